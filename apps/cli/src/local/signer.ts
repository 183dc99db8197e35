import { mkdirSync } from 'node:fs';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import { instantOf, LOG_NAMES } from '@liuhen/kernel';
import { formatVerifierKey } from '@liuhen/ledger';
import {
  declareStart,
  foundLog,
  originsIn,
  parseAddress,
  readSecret,
  startSigner,
  verifierKeysIn,
} from '@liuhen/signing';
// Straight from the pure file: the library's door would load the drivers of the stores.
import { logIdentity } from '../../../../libs/event-store/src/log-identity';
import type { Config } from '../../../../libs/platform/src/config';
import { CommandFailure } from '../exit-codes';
import type { Terminal } from '../terminal';
import { locked, serveUntilStopped, telling } from './signing';

/** Makes states and keys for the logs of a deployment; those that are there stay as they are. */
export const initSigner = (directory: string, { logOrigin: origin, logHash: hash }: Config): Promise<void> =>
  telling(() => {
    mkdirSync(directory, { recursive: true, mode: 0o700 });
    return locked(directory, () => {
      for (const log of LOG_NAMES)
        foundLog(directory, logIdentity({ origin, hash }, log).origin, hash === 'sm3' ? 'sm2' : 'ed25519');
    });
  });

/** Lines for a policy, of every start of every log. */
export const keyLines = (directory: string): Promise<readonly string[]> =>
  telling(() => verifierKeysIn(directory).map((key) => `log ${formatVerifierKey(key)}`));

export interface NewStart {
  readonly log: string;
  readonly reason: string;
  /** `undefined`: whoever the system says it is. */
  readonly by: string | undefined;
}

export const newStart = (directory: string, { log, reason, by }: NewStart): Promise<void> =>
  telling(() =>
    locked(directory, () => {
      const declaredBy = by ?? userInfo().username;
      const declaration = { reason, declaredBy, declaredAt: instantOf(Date.now()) };
      declareStart(directory, originOf(directory, log), declaration);
    }),
  );

/** By its origin or the last part of it. */
function originOf(directory: string, log: string): string {
  const origins = originsIn(directory);
  const [found, ...others] = origins.filter((origin) => origin === log || origin.endsWith(`/${log}`));
  if (found !== undefined && others.length === 0) return found;
  throw new CommandFailure('notFound', `没有日志 ${log}，可以是：${origins.join('、')}`);
}

export interface Service {
  /** `undefined`: on a socket in the directory. */
  readonly listen: string | undefined;
  readonly secretFile: string | undefined;
}

export const runSigner = (
  directory: string,
  { listen = `unix:${join(directory, 'signer.sock')}`, secretFile }: Service,
  terminal: Terminal,
): Promise<void> =>
  telling(() => {
    const address = parseAddress(listen);
    const secret = secretFile === undefined ? undefined : readSecret(secretFile);
    return serveUntilStopped(terminal, (report) => startSigner({ directory, address, secret, report }));
  });
