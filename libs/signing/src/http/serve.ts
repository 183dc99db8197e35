import { chmodSync, rmSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { isListening, listenOnSocket } from '../durable/unix-socket';
import { codeOf, SigningFailure } from '../signing-failure';
import type { Address } from './address';
import { carriesSecret } from './secret';

export interface Asked {
  /** Such as `POST /sign`. */
  readonly route: string;
  readonly body: Uint8Array;
}

export interface Answer {
  readonly status: number;
  readonly body: string;
  readonly headers?: Readonly<Record<string, string>>;
}

export type Answering = (asked: Asked) => Promise<Answer>;

export interface Serving {
  readonly address: Address;
  /** Every request has to carry it; `undefined` where the socket's mode says who may ask, or everybody may. */
  readonly secret: string | undefined;
  /** A request that could not be answered. */
  readonly report: (error: unknown) => void;
}

export interface Served {
  /** `unix:/path`, or `http://host:port`. */
  readonly url: string;
  /** What is under way is answered first. */
  close(): Promise<void>;
}

/** A checkpoint with 63 hashes of a proof and some signatures takes 4 KB. */
const MAX_BODY_BYTES = 64 * 1024;
const SLOWEST_REQUEST_MS = 10_000;

/** @throws SigningFailure `address-in-use` | `address-unusable` */
export async function serve(answering: Answering, serving: Serving): Promise<Served> {
  const server = createServer({ requestTimeout: SLOWEST_REQUEST_MS }, (request, response) => {
    void respond(request, response, answering, serving);
  });
  await listen(server, serving.address);
  return {
    url: urlOf(server, serving.address),
    close: async () => {
      const closed = once(server, 'close');
      server.close();
      await closed;
    },
  };
}

async function listen(server: Server, address: Address): Promise<void> {
  try {
    if (address.kind === 'port') {
      server.listen({ host: address.host, port: address.port });
      await once(server, 'listening');
    } else await listenPrivately(server, address.path);
  } catch (error) {
    if (!['EADDRINUSE', 'EADDRNOTAVAIL', 'EACCES', 'ENOTFOUND', 'ENOENT'].includes(codeOf(error) ?? ''))
      throw error;
    const code = codeOf(error) === 'EADDRINUSE' ? 'address-in-use' : 'address-unusable';
    throw new SigningFailure(code, `无法在 ${textOf(address)} 上提供服务（${codeOf(error) ?? ''}）`, {
      cause: error,
    });
  }
}

/** A process that was killed leaves its socket behind. */
async function listenPrivately(server: Server, path: string): Promise<void> {
  if (!(await isListening(path))) rmSync(path, { force: true });
  await listenOnSocket(server, path);
  chmodSync(path, 0o600);
}

async function respond(
  request: IncomingMessage,
  response: ServerResponse,
  answering: Answering,
  serving: Serving,
): Promise<void> {
  const { status, body, headers } = await answerTo(request, answering, serving);
  response.writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8', ...headers });
  response.end(body);
}

async function answerTo(
  request: IncomingMessage,
  answering: Answering,
  { secret, report }: Serving,
): Promise<Answer> {
  try {
    if (secret !== undefined && !carriesSecret(request.headers.authorization, secret))
      return { status: 401, body: '未持有口令\n' };
    const body = await bodyOf(request);
    if (body === undefined) return { status: 413, body: '请求过长\n' };
    return await answering({ route: `${request.method ?? ''} ${request.url ?? ''}`, body });
  } catch (error) {
    report(error);
    const sentence = error instanceof SigningFailure ? error.message : '系统故障';
    return { status: 500, body: `${sentence}\n` };
  }
}

/** `undefined` if it is too long. */
async function bodyOf(request: IncomingMessage): Promise<Uint8Array | undefined> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length <= MAX_BODY_BYTES) chunks.push(chunk);
  }
  return length > MAX_BODY_BYTES ? undefined : Buffer.concat(chunks);
}

function urlOf(server: Server, address: Address): string {
  if (address.kind === 'socket') return textOf(address);
  return `http://${textOf({ ...address, port: (server.address() as AddressInfo).port })}`;
}

const textOf = (address: Address): string =>
  address.kind === 'socket'
    ? `unix:${address.path}`
    : `${address.host.includes(':') ? `[${address.host}]` : address.host}:${String(address.port)}`;
