import { createHash, timingSafeEqual } from 'node:crypto';
import { readPrivateFile } from '../keys/private-file';
import { SigningFailure } from '../signing-failure';

const SHORTEST = 32;

/** The secret that both sides know, alone in a file that only its owner reads. @throws SigningFailure */
export function readSecret(path: string): string {
  const secret = readPrivateFile(path).trim();
  if (secret.length < SHORTEST || /\s/.test(secret))
    throw new SigningFailure(
      'secret-unusable',
      `文件 ${path} 中的口令须至少 ${String(SHORTEST)} 个字符且不含空白，例如 openssl rand -hex 32 的输出`,
    );
  return secret;
}

/** In a time that tells nothing of the secret. */
export const carriesSecret = (authorization: string | undefined, secret: string): boolean =>
  timingSafeEqual(digestOf(authorization ?? ''), digestOf(`Bearer ${secret}`));

const digestOf = (text: string): Buffer => createHash('sha256').update(text).digest();
