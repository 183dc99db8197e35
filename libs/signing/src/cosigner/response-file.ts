import { createHash } from 'node:crypto';
import type { Answer } from '../http/serve';

/** 联署回复: what would have been answered over HTTP, as a file. */
export interface ResponseFile extends Pick<Answer, 'status' | 'body'> {
  /** SHA-256 of the request's bytes in hexadecimal. */
  readonly request: string;
}

export const requestDigest = (request: Uint8Array): string =>
  createHash('sha256').update(request).digest('hex');

/** Lines `request <sha256>` and `status <code>`, an empty line, and the body as it is over HTTP. */
export const formatResponseFile = ({ request, status, body }: ResponseFile): string =>
  `request ${request}\nstatus ${String(status)}\n\n${body}`;

const FORMAT = /^request ([0-9a-f]{64})\nstatus (\d{3})\n\n([^]*)$/;

/** `undefined` if it is none. */
export function parseResponseFile(text: string): ResponseFile | undefined {
  const [, request, status, body] = FORMAT.exec(text) ?? [];
  if (request === undefined || status === undefined || body === undefined) return undefined;
  return { request, status: Number(status), body };
}
