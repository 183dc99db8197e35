import type { Clock } from '@liuhen/kernel';
import type { Hash } from '@liuhen/ledger';
import type { AuditMemory } from './audit-memory';
import type { TlogSource } from './tlog-source';

/** What an auditor of one log works with. */
export interface AuditPlace {
  /** Origin of the log, as headers have it. */
  readonly log: string;
  /** Under which the checkpoints are signed, that is of the log's present start. */
  readonly origin: string;
  readonly hash: Hash;
  readonly source: TlogSource;
  readonly memory: AuditMemory;
  /** Allowed between the times of two events, and between an event's and this machine's. */
  readonly skewMs: number;
  readonly clock: Clock;
  /** Between two commits: each takes a KB of memory, and some pages of the disk. */
  readonly entriesAtOnce: number;
  /** A number below this one, which nobody can tell beforehand. */
  readonly draw: (below: number) => number;
}
