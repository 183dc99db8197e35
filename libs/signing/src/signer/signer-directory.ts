import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import {
  emptyRoot,
  nodeSuite,
  originOfStart,
  toHex,
  verifierKey,
  type Hash,
  type Scheme,
  type Signer,
  type VerifierKey,
} from '@liuhen/ledger';
import { logFolder, originsIn } from '../durable/log-folder';
import { StateFile } from '../durable/state-file';
import { createKeyFile, readKeyFile } from '../keys/key-file';
import { hashOfScheme } from '../keys/hash-of-scheme';
import { foundingState, LOG_STATE, restarted, type Declaration, type LogState } from './log-state';

/** A log that the signer signs, in its present start. */
export interface SignedLog {
  readonly origin: string;
  readonly state: StateFile<LogState>;
  readonly hash: Hash;
  readonly key: VerifierKey;
  readonly signer: Signer;
}

/** The folder of a log holds its state, and one key for each start. */
const statePath = (directory: string, origin: string): string => join(logFolder(directory, origin), 'state');
const keyPath = (directory: string, origin: string, start: number): string =>
  join(logFolder(directory, origin), `start-${String(start)}.key`);

const stateOf = (directory: string, origin: string): StateFile<LogState> =>
  new StateFile(statePath(directory, origin), { form: LOG_STATE, of: origin });

/**
 * Makes the state and the key of a log, or completes what was interrupted. The key comes last: where there is one, the
 * state has to be there too, and is never begun anew. Under the directory's lock.
 */
export function foundLog(directory: string, origin: string, scheme: Scheme): void {
  mkdirSync(logFolder(directory, origin), { recursive: true, mode: 0o700 });
  const key = keyPath(directory, origin, 1);
  if (existsSync(key)) return;
  if (!existsSync(statePath(directory, origin)))
    stateOf(directory, origin).found(foundingState(emptyRootOf(scheme)));
  createKeyFile(key, scheme);
}

/** @throws SigningFailure if a state or a present key is not as it should be */
export const openLogs = (directory: string): readonly SignedLog[] =>
  originsIn(directory).map((origin) => openLog(directory, origin));

function openLog(directory: string, origin: string): SignedLog {
  const state = stateOf(directory, origin);
  const { start } = state.read();
  const signer = readKeyFile(keyPath(directory, origin, start));
  const hash = nodeSuite.hash(hashOfScheme(signer.scheme));
  return { origin, state, hash, key: verifierKey(originOfStart(origin, start), 'log', signer), signer };
}

/**
 * 重新起算: from now on the log is signed under the next start's origin, with a new key, from nothing. Under the
 * directory's lock.
 */
export function declareStart(directory: string, origin: string, declaration: Declaration): SignedLog {
  const { state, signer } = openLog(directory, origin);
  const last = state.read();
  const key = keyPath(directory, origin, last.start + 1);
  if (!existsSync(key)) createKeyFile(key, signer.scheme);
  // The key is on the disk. From the swap on, the log has its new start; cut off before, it is declared once more.
  state.swap(last, restarted(origin, last, declaration, emptyRootOf(signer.scheme)));
  return openLog(directory, origin);
}

/** Of every start, so that what was signed before can be verified too. */
export function verifierKeysIn(directory: string): readonly VerifierKey[] {
  return originsIn(directory).flatMap((origin) => {
    const { start } = stateOf(directory, origin).read();
    return Array.from({ length: start }, (_, before) =>
      verifierKey(
        originOfStart(origin, before + 1),
        'log',
        readKeyFile(keyPath(directory, origin, before + 1)),
      ),
    );
  });
}

const emptyRootOf = (scheme: Scheme): string => toHex(emptyRoot(nodeSuite.hash(hashOfScheme(scheme))));
