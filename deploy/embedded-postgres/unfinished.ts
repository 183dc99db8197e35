import { randomBytes } from 'node:crypto';
import { readdirSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { identityIn, identityText, isRunning, thisProcess } from './process-table';

/**
 * A directory is prepared under this name and renamed to `target` when it is complete, so that an
 * interruption never leaves half of it under its real name. The name says who is at it.
 */
export const unfinishedName = (target: string): string =>
  `${target}.new-${identityText(thisProcess())}-${randomBytes(4).toString('hex')}`;

/** Removes what processes that are no longer there left unfinished. */
export function removeAbandoned(target: string): void {
  const prefix = `${basename(target)}.new-`;
  for (const name of readdirSync(dirname(target)).filter((entry) => entry.startsWith(prefix))) {
    const maker = identityIn(name.slice(prefix.length));
    if (!maker || isRunning(maker)) continue;
    rmSync(join(dirname(target), name), { recursive: true, force: true, maxRetries: 5 });
  }
}
