import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import {
  emptyRoot,
  equalBytes,
  formatVerifierKey,
  nodeSuite,
  parseVerifierKey,
  toHex,
  verifierKey,
  type Scheme,
  type VerifierKey,
} from '@liuhen/ledger';
import { createFile, nodeDisk } from '../durable/disk';
import { logFolder } from '../durable/log-folder';
import { StateFile } from '../durable/state-file';
import { hashOfScheme } from '../keys/hash-of-scheme';
import { createKeyFile, readKeyFile } from '../keys/key-file';
import { SigningFailure } from '../signing-failure';
import { COSIGNER_STATE, type CosignerState } from './cosigner-state';
import type { CosignerKey } from './log-cosigner';

/** The directory of a cosigner holds its key, the verifier key with its name, and a folder for each log. */
const keyPath = (directory: string): string => join(directory, 'cosigner.key');
const vkeyPath = (directory: string): string => join(directory, 'cosigner.vkey');

/** Makes a cosigner, or completes what was interrupted. Under the directory's lock. @throws Malformed if the name is none */
export function foundCosigner(directory: string, name: string, scheme: Scheme): VerifierKey {
  const path = keyPath(directory);
  const signer = existsSync(path) ? readKeyFile(path) : createKeyFile(path, scheme);
  if (!existsSync(vkeyPath(directory))) {
    const key = verifierKey(name, 'cosigner', signer);
    createFile(nodeDisk, vkeyPath(directory), `${formatVerifierKey(key)}\n`);
  }
  return openKey(directory).key;
}

/** @throws SigningFailure `key-missing` | `key-exposed` | `key-unreadable` */
export function openKey(directory: string): CosignerKey {
  const signer = readKeyFile(keyPath(directory));
  const key = parseVerifierKey(readFileSync(vkeyPath(directory), 'utf8').trimEnd());
  if (!equalBytes(key.publicKey, signer.publicKey))
    throw new SigningFailure(
      'key-unreadable',
      `${vkeyPath(directory)} 不是密钥 ${keyPath(directory)} 的公钥`,
    );
  return { key, signer };
}

/** Where the last checkpoint of a log that was cosigned is kept. */
export const stateOf = (directory: string, origin: string): StateFile<CosignerState> =>
  stateIn(logFolder(directory, origin), origin);

export const isEnrolled = (directory: string, origin: string): boolean =>
  existsSync(logFolder(directory, origin));

/**
 * Begins to keep a log of which nothing has been cosigned. An operator's act: where a state is lost, nobody begins anew by
 * themselves. Under the directory's lock.
 *
 * @throws SigningFailure `state-exists`
 */
export function enrol(directory: string, { name, scheme }: VerifierKey): void {
  const folder = logFolder(directory, name);
  if (existsSync(folder)) throw new SigningFailure('state-exists', `日志 ${name} 已经登记，不得另行起算`);
  const draft = `${folder}.new`;
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(draft, { mode: 0o700 });
  const root = toHex(emptyRoot(nodeSuite.hash(hashOfScheme(scheme))));
  stateIn(draft, name).found({ size: 0, root, cosignedAt: 0 });
  // A folder has its name only with the state in it.
  nodeDisk.rename(draft, folder);
  nodeDisk.syncDirectory(directory);
}

const stateIn = (folder: string, origin: string): StateFile<CosignerState> =>
  new StateFile(join(folder, 'state'), { form: COSIGNER_STATE, of: origin });
