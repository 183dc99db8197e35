import { readFileSync } from 'node:fs';
import { hashOfCommand, NotCanonical, type HashAlgorithm, type JsonValue } from '@liuhen/kernel';
import { jwkOf, signCommand, type Scheme } from '@liuhen/ledger';
import { createKeyFile, readKeyFile } from '@liuhen/signing';
import { CommandFailure } from '../exit-codes';
import { telling } from './signing';

/** A command that is sent to the interface by other means. */
export interface RequestToSign {
  readonly log: string;
  /** Hash of the log. */
  readonly hash: HashAlgorithm;
  readonly stream: string;
  readonly person: string;
  readonly post: string;
  readonly idempotencyKey: string;
  /** As it is sent, percent-encoded. */
  readonly path: string;
  /** File with the body, as it is sent; none unless said. */
  readonly body: string | undefined;
}

/** Makes a key. @returns the public one as a JSON Web Key, for its registration. @throws CommandFailure */
export const newPersonKey = (file: string, scheme: Scheme): Promise<string> =>
  telling(() => JSON.stringify(jwkOf(createKeyFile(file, scheme))));

/** The value of the header `Command-Signature`. @throws CommandFailure */
export function signRequest(keyFile: string, request: RequestToSign): Promise<string> {
  const { log, hash, stream, person, post, idempotencyKey, path, body } = request;
  const asked = { method: 'POST', path: segmentsOf(path), body: bodyIn(body) };
  return telling(() =>
    signCommand(readKeyFile(keyFile), {
      ...{ log, stream, actor: { person, post } },
      command: { key: idempotencyKey, hash: hashOf(hash, asked) },
    }),
  );
}

function segmentsOf(path: string): readonly string[] {
  try {
    if (!path.startsWith('/') || path.includes('?')) throw new URIError(path);
    return path.slice(1).split('/').map(decodeURIComponent);
  } catch (error) {
    throw new CommandFailure('usage', `路径 ${path} 有误：由 / 开始，不带查询参数，按发送时的写法`, {
      cause: error,
    });
  }
}

function bodyIn(file: string | undefined): JsonValue {
  if (file === undefined) return null;
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as JsonValue;
  } catch (error) {
    throw new CommandFailure('usage', `不能读取文件 ${file}，或者其内容不是 JSON`, { cause: error });
  }
}

function hashOf(hash: HashAlgorithm, asked: Parameters<typeof hashOfCommand>[1]): string {
  try {
    return hashOfCommand(hash, asked);
  } catch (error) {
    if (!(error instanceof NotCanonical)) throw error;
    throw new CommandFailure('usage', '请求内容不能写成规范的 JSON', { cause: error });
  }
}
