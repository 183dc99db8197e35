import { request as httpRequest, type ClientRequest, type IncomingMessage } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { once } from 'node:events';

export interface Question {
  /** `unix:/path`, or an http(s) address, under which the routes lie. */
  readonly base: string;
  readonly method: 'GET' | 'POST';
  /** Begins with a slash. */
  readonly path: string;
  readonly body?: string | undefined;
  readonly secret?: string | undefined;
  readonly timeoutMs: number;
  /** A longer answer is an error. */
  readonly maxBytes: number;
}

export interface Response {
  readonly status: number;
  readonly body: Buffer;
}

const UNIX = 'unix:';

/** @throws Error if nobody answers, not in time, or too much */
export async function ask(question: Question): Promise<Response> {
  const signal = AbortSignal.timeout(question.timeoutMs);
  const outgoing = send(question, signal);
  // Once there is a response, it is the response that fails.
  outgoing.on('error', () => undefined);
  outgoing.end(question.body);
  const [response] = (await once(outgoing, 'response', { signal })) as [IncomingMessage];
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of response as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > question.maxBytes) throw new Error(`${question.path}: answer too long`);
    chunks.push(chunk);
  }
  return { status: response.statusCode ?? 0, body: Buffer.concat(chunks) };
}

function send({ base, method, path, body, secret }: Question, signal: AbortSignal): ClientRequest {
  const headers = {
    ...(secret === undefined ? {} : { Authorization: `Bearer ${secret}` }),
    ...(body === undefined
      ? {}
      : { 'Content-Type': 'text/plain; charset=utf-8', 'Content-Length': Buffer.byteLength(body) }),
  };
  // On a connection of its own: one that was kept may belong to a process that is no more.
  const options = { method, headers, signal, agent: false };
  if (base.startsWith(UNIX)) return httpRequest({ ...options, socketPath: base.slice(UNIX.length), path });
  const url = new URL(`${base.replace(/\/$/, '')}${path}`);
  return (url.protocol === 'https:' ? httpsRequest : httpRequest)(url, options);
}
