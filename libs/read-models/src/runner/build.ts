import { createHash } from 'node:crypto';
import type { Digest, LogName, Projection } from '@liuhen/kernel';

/** Filled beside the live one; what the views show; kept for a roll-back until the next publication. */
export type BuildState = 'building' | 'live' | 'retired';

/**
 * One filling of a projection's tables: a PostgreSQL schema of its own and a row of `read.builds`.
 *
 * The token grows by one with every change of owner: work done under an older one can no longer commit.
 */
export interface Build {
  /** Also the name of its schema. */
  readonly build: string;
  readonly projection: string;
  readonly version: number;
  readonly log: LogName;
  readonly state: BuildState;
  /** All of the log up to here is in its tables; `null` at the start of the log. */
  readonly position: string | null;
  readonly token: string;
  /** Nobody holds a lease on it. */
  readonly free: boolean;
  readonly stopped: boolean;
}

/** Of `read.builds`, as {@link Build}. */
export const BUILD_COLUMNS = `build, projection, version, log, state, position, token::text,
  (lease_until is null or lease_until < clock_timestamp()) as free, stopped_at is not null as stopped`;

/** `build_duties_v3_17`; the number is never given twice, so that no old token fits a new build. */
export const buildName = ({ name, version }: Projection, number: string): string =>
  `build_${name}_v${String(version)}_${number}`;

/**
 * Fingerprint of what a version stands for: its tables and the types it reads. A change of either without a new
 * version would leave rows that were made by other rules.
 */
export function definitionOf({ schema, tables, log, events }: Projection): Digest {
  const definition = [schema.replace(/\s+/g, ' ').trim(), tables, log, Object.keys(events).sort()];
  return createHash('sha256').update(JSON.stringify(definition)).digest('hex');
}
