import { once } from 'node:events';
import { DirectoryLock, SigningFailure, type Served, type SigningFault } from '@liuhen/signing';
import { CommandFailure, type Exit } from '../exit-codes';
import type { Terminal } from '../terminal';
import { stopSignal } from './stop-signals';

const EXITS: Readonly<Record<SigningFault, Exclude<Exit, 'ok'>>> = {
  'directory-in-use': 'inUse',
  'address-in-use': 'inUse',
  'directory-missing': 'notFound',
  'state-missing': 'damaged',
  'state-damaged': 'damaged',
  'state-foreign': 'damaged',
  'state-moved': 'damaged',
  'key-missing': 'damaged',
  'key-unreadable': 'damaged',
  'key-exposed': 'usage',
  'key-exists': 'usage',
  'state-exists': 'usage',
  'log-not-enrolled': 'usage',
  'address-unusable': 'usage',
  'secret-unusable': 'usage',
};

/** What whoever keeps a key has to put right is told as such. @throws CommandFailure */
export async function telling<Result>(work: () => Result | Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof SigningFailure)) throw error;
    throw new CommandFailure(EXITS[error.code], error.message, { cause: error });
  }
}

/** Works in a directory that no other process has in hand. @throws SigningFailure `directory-in-use` */
export async function locked<Result>(directory: string, work: () => Result): Promise<Result> {
  const lock = await DirectoryLock.take(directory);
  try {
    return work();
  } finally {
    await lock.release();
  }
}

/** Serves until it is told to stop. */
export async function serveUntilStopped(
  { out, err }: Terminal,
  start: (report: (error: unknown) => void) => Promise<Served>,
): Promise<void> {
  const stopping = stopSignal(err);
  const served = await start((error) => err(error instanceof Error ? error.message : String(error)));
  if (!stopping.aborted) {
    out(`ready ${served.url}`);
    await once(stopping, 'abort');
  }
  await served.close();
}
