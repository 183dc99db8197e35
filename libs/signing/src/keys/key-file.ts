import { newKey, signerOfKey, type Scheme, type Signer } from '@liuhen/ledger';
import { createFile, nodeDisk } from '../durable/disk';
import { codeOf, SigningFailure } from '../signing-failure';
import { readPrivateFile } from './private-file';

/** Makes a private key in a file that only its owner reads. @throws SigningFailure `key-exists` */
export function createKeyFile(path: string, scheme: Scheme): Signer {
  const key = newKey(scheme);
  try {
    createFile(nodeDisk, path, `${key}\n`);
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error;
    throw new SigningFailure('key-exists', `密钥文件 ${path} 已经存在，不予覆盖`, { cause: error });
  }
  return signerOfKey(key);
}

/** @throws SigningFailure `key-missing` | `key-exposed` | `key-unreadable` */
export function readKeyFile(path: string): Signer {
  const content = readPrivateFile(path);
  try {
    return signerOfKey(content.replace(/\n$/, ''));
  } catch (error) {
    throw new SigningFailure('key-unreadable', `密钥文件 ${path} 的内容不是留痕的私钥，或者残缺`, {
      cause: error,
    });
  }
}
