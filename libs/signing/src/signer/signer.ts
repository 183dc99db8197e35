import { formatVerifierKey, Malformed, textOf } from '@liuhen/ledger';
import { DirectoryLock } from '../durable/directory-lock';
import type { Address } from '../http/address';
import { serve, type Answer, type Asked, type Served } from '../http/serve';
import { SigningFailure } from '../signing-failure';
import { LogSigner, type SignAnswer } from './log-signer';
import type { LogStanding } from './log-standing';
import { parseSignRequest } from './sign-request';
import { openLogs } from './signer-directory';

export interface SignerOptions {
  readonly directory: string;
  readonly address: Address;
  /** Required on a port. */
  readonly secret: string | undefined;
  readonly report: (error: unknown) => void;
}

/**
 * 签署进程: holds the keys of the logs and the last checkpoint of each, apart from the database, and signs what continues
 * it. `POST /sign` takes a growth, `GET /logs` tells where each log stands.
 *
 * @throws SigningFailure
 */
export async function startSigner({ directory, address, secret, report }: SignerOptions): Promise<Served> {
  if (address.kind === 'port' && secret === undefined)
    throw new SigningFailure('secret-unusable', '在端口上提供签署，须指定口令文件');
  const lock = await DirectoryLock.take(directory);
  try {
    const logs = openLogs(directory).map((log) => new LogSigner(log, () => performance.now()));
    const served = await serve((asked) => answerTo(logs, asked), { address, secret, report });
    return { url: served.url, close: () => served.close().finally(() => lock.release()) };
  } catch (error) {
    await lock.release();
    throw error;
  }
}

async function answerTo(logs: readonly LogSigner[], { route, body }: Asked): Promise<Answer> {
  if (route === 'GET /logs')
    return { status: 200, body: JSON.stringify(logs.map(standingOf)), headers: JSON_TYPE };
  if (route === 'POST /sign') return sign(logs, body);
  return { status: 404, body: '没有这个地址\n' };
}

const JSON_TYPE = { 'Content-Type': 'application/json; charset=utf-8' };

const standingOf = ({ log: { origin, key, state } }: LogSigner): LogStanding => ({
  origin,
  key: formatVerifierKey(key),
  ...state.read(),
});

async function sign(logs: readonly LogSigner[], body: Uint8Array): Promise<Answer> {
  const growth = growthIn(body);
  if (!growth) return answerOf({ kind: 'malformed' });
  const { origin } = growth.checkpoint;
  const signer = logs.find(({ log }) => log.key.name === origin);
  return signer ? answerOf(await signer.sign(growth)) : unknownOrigin(logs, origin);
}

function unknownOrigin(logs: readonly LogSigner[], origin: string): Answer {
  const known = logs.map(({ log }) => log.key.name).join('、');
  return { status: 404, body: `本进程不签署 ${origin}，只签署：${known}\n` };
}

function growthIn(body: Uint8Array) {
  try {
    return parseSignRequest(textOf(body));
  } catch (error) {
    if (error instanceof Malformed) return undefined;
    throw error;
  }
}

function answerOf(answer: SignAnswer): Answer {
  switch (answer.kind) {
    case 'signed':
      return { status: 200, body: answer.line };
    case 'conflict':
      return {
        status: 409,
        body: `${String(answer.size)}\n`,
        headers: { 'Content-Type': 'text/x.tlog.size' },
      };
    case 'too-soon':
      return { status: 429, body: '同一日志每秒最多签署一次\n', headers: { 'Retry-After': '1' } };
    case 'inconsistent':
      return { status: 422, body: '与上次签署的检查点不相接，拒绝签署\n' };
    case 'malformed':
      return { status: 400, body: '请求格式有误\n' };
  }
}
