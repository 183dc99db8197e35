import type { Instant } from '@liuhen/kernel';
import { EMPTY_FRONTIER, fromHex, NO_HEADS, toHex, type Frontier, type ReplayedHeads } from '@liuhen/ledger';

/** How far a log is audited. */
export interface Audited {
  /** Of the tree of all entries so far. */
  readonly frontier: Frontier;
  /** When the latest event so far was recorded; `null` before the first. */
  readonly latest: Instant | null;
  /** Events so far that declare a new start. */
  readonly restarts: number;
  /** As the last event that records them has them. */
  readonly heads: ReplayedHeads;
}

export const NOTHING_AUDITED: Audited = {
  frontier: EMPTY_FRONTIER,
  latest: null,
  restarts: 0,
  heads: NO_HEADS,
};

type FrontierRecord = readonly [size: number, ...hashes: string[]];

interface AuditedRecord {
  readonly frontier: FrontierRecord;
  readonly latest: Instant | null;
  readonly restarts: number;
  readonly heads: { readonly frontier: FrontierRecord; readonly root: string; readonly streams: number };
}

export function recordOf({ frontier, latest, restarts, heads }: Audited): string {
  const record: AuditedRecord = {
    frontier: frontierRecord(frontier),
    latest,
    restarts,
    heads: { frontier: frontierRecord(heads.frontier), root: toHex(heads.root), streams: heads.streams },
  };
  return JSON.stringify(record);
}

export function auditedIn(text: string): Audited {
  const { frontier, latest, restarts, heads } = JSON.parse(text) as AuditedRecord;
  return {
    frontier: frontierIn(frontier),
    latest,
    restarts,
    heads: { frontier: frontierIn(heads.frontier), root: fromHex(heads.root), streams: heads.streams },
  };
}

const frontierRecord = ({ size, hashes }: Frontier): FrontierRecord => [size, ...hashes.map(toHex)];

const frontierIn = ([size, ...hashes]: FrontierRecord): Frontier => ({ size, hashes: hashes.map(fromHex) });
