import { closeSync, fstatSync, openSync, readFileSync } from 'node:fs';
import { codeOf, SigningFailure } from '../signing-failure';

const OTHERS = 0o077;

/**
 * Reads a file that nobody but its owner may touch.
 *
 * @throws SigningFailure `key-missing` | `key-exposed`
 */
export function readPrivateFile(path: string): string {
  const file = open(path);
  try {
    const mode = fstatSync(file).mode & 0o777;
    if ((mode & OTHERS) !== 0)
      throw new SigningFailure(
        'key-exposed',
        `文件 ${path} 的权限是 ${mode.toString(8)}，他人可能已经读取，拒绝使用；须为 600（chmod 600），并考虑更换密钥`,
      );
    return readFileSync(file, 'utf8');
  } finally {
    closeSync(file);
  }
}

function open(path: string): number {
  try {
    return openSync(path, 'r');
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') throw error;
    throw new SigningFailure('key-missing', `缺少文件 ${path}`, { cause: error });
  }
}
