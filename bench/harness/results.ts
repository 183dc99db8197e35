import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Group } from './bench';
import type { Machine } from './machine';
import type { Options } from './options';

/** Everything that a table was made of, so that others can make their own. */
export interface Results {
  readonly bench: string;
  readonly at: string;
  readonly machine: Machine;
  readonly options: Omit<Options, 'databaseUrl' | 'out'>;
  readonly groups: readonly Group[];
}

/** @returns the path of the file. */
export function writeResults(directory: string, results: Results): string {
  mkdirSync(directory, { recursive: true });
  const path = join(directory, `${results.bench}.json`);
  writeFileSync(path, `${JSON.stringify(results, null, 2)}\n`);
  return path;
}
