import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { Agent, request as httpRequest } from 'node:http';
import { join } from 'node:path';
import { hostileRequest, type HostileRequest } from './hostile-requests';
import { FOREIGN, OWN, type TwoCourts } from './two-courts';

const KNOWN = [OWN, FOREIGN, '黔0102', '黔0304', '019a0000-0000-7000-8000-000000000000', 'a'.repeat(64), '1'];
const CODES = new Set(
  [
    ...readFileSync(join(__dirname, '..', '..', '..', 'docs', 'codes.md'), 'utf8').matchAll(
      /^\| `([a-z0-9-]+)`/gm,
    ),
  ].map(([, code]) => code),
);
/** Of courts that have nothing to do with the other; what they are answered must not tell of it. */
const STRANGERS = ['lv-dong', 'qin-yue', 'you-jie'];
const SENDERS = [...STRANGERS, 'zhang-ming', 'zhao-hong', 'nobody', 'forged'] as const;

interface Answer {
  readonly status: number;
  readonly type: string;
  readonly text: string;
}

/** Sends so many requests and fails with the first whose answer is wrong. */
export async function fuzz(courts: TwoCourts, seed: number, numRuns: number): Promise<void> {
  const agent = new Agent({ keepAlive: true });
  const tokens = await tokensOf(courts);
  try {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...SENDERS), hostileRequest(KNOWN), async (sender, request) => {
        const answer = await send(courts.api.server.url, agent, request, tokens.get(sender));
        expect(faultsOf(answer, request.method)).toEqual([]);
        if (!STRANGERS.includes(sender)) return;
        const asked = decoded(request.path) + request.body;
        expect(courts.leaksIn(answer.text, asked)).toEqual([]);
      }),
      { seed, numRuns },
    );
  } finally {
    agent.destroy();
  }
}

async function tokensOf({ api }: TwoCourts): Promise<ReadonlyMap<string, string>> {
  const known = SENDERS.filter((sender) => sender !== 'nobody' && sender !== 'forged');
  const tokens = new Map<string, string>();
  for (const person of known) tokens.set(person, (await api.as(person)).authorization);
  return tokens.set('forged', `${tokens.get('zhang-ming')?.slice(0, -6) ?? ''}AAAAAA`);
}

/** No ledger runs here, so that evidence is never complete: the one 503 that is right. */
function faultsOf({ status, type, text }: Answer, method: string): readonly string[] {
  if (status < 400) return [];
  if (!type.startsWith('application/problem+json')) return [`${String(status)} ${type} ${text}`];
  if (method === 'HEAD') return status < 500 ? [] : [String(status)];
  const { code = '' } = JSON.parse(text) as { readonly code?: string };
  if (status >= 500 && code !== 'evidence-incomplete') return [`${String(status)} ${text}`];
  if (/\.(?:ts|js):\d|node_modules|\bat \w+ \(|\b(?:select|insert into) /i.test(text))
    return [`internals: ${text}`];
  return CODES.has(code) ? [] : [`unknown code ${code}`];
}

const send = (
  url: string,
  agent: Agent,
  { method, path, headers, body }: HostileRequest,
  authorization: string | undefined,
): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const identity = authorization === undefined ? {} : { authorization };
    const options = { agent, method, path, headers: { ...headers, ...identity } };
    const outgoing = httpRequest(url, options, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', reject);
      response.on('end', () => {
        const { statusCode: status = 0, headers: given } = response;
        resolve({ status, type: given['content-type'] ?? '', text: Buffer.concat(chunks).toString() });
      });
    });
    outgoing.on('error', reject);
    outgoing.end(body);
  });

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
