import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const CODES = new Set(
  [
    ...readFileSync(join(__dirname, '..', '..', '..', 'docs', 'codes.md'), 'utf8').matchAll(
      /^\| `([a-z0-9-]+)`/gm,
    ),
  ].map(([, code]) => code),
);
export interface Answer {
  readonly status: number;
  readonly type: string;
  readonly text: string;
}

/** No ledger runs here, so that evidence is never complete: the one 503 that is right. */
export function faultsOf({ status, type, text }: Answer, method: string): readonly string[] {
  if (status < 400) return [];
  if (!type.startsWith('application/problem+json')) return [`${String(status)} ${type} ${text}`];
  if (method === 'HEAD') return status < 500 ? [] : [String(status)];
  const { code = '' } = JSON.parse(text) as { readonly code?: string };
  if (status >= 500 && code !== 'evidence-incomplete') return [`${String(status)} ${text}`];
  if (/\.(?:ts|js):\d|node_modules|\bat \w+ \(|\b(?:select|insert into) /i.test(text))
    return [`internals: ${text}`];
  return CODES.has(code) ? [] : [`unknown code ${code}`];
}
