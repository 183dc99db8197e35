import { readFileSync } from 'node:fs';
import { nodeSuite, Unusable, verifyFiles, verifyingTime, type Report } from '@liuhen/ledger';
import { CommandFailure } from '../exit-codes';

/** Names of files, and the time as of which is verified. */
export interface Verification {
  readonly bundle: string;
  readonly policy: string;
  readonly trustedCheckpoint: string | undefined;
  readonly now: string | undefined;
}

/** @throws CommandFailure `usage` if there is nothing to verify with */
export function verifyNamed({ bundle, policy, trustedCheckpoint, now }: Verification): Report {
  const files = {
    bundle: contentOf(bundle),
    policy: contentOf(policy),
    trustedCheckpoint: trustedCheckpoint === undefined ? undefined : contentOf(trustedCheckpoint),
  };
  try {
    return verifyFiles(files, nodeSuite, verifyingTime(now, Date.now));
  } catch (error) {
    throw error instanceof Unusable ? new CommandFailure('usage', error.message, { cause: error }) : error;
  }
}

function contentOf(file: string): Uint8Array {
  try {
    return new Uint8Array(readFileSync(file));
  } catch (error) {
    throw new CommandFailure('usage', `不能读取文件 ${file}`, { cause: error });
  }
}

export { reportLines } from '@liuhen/ledger';
