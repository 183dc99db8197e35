import type { EventStore } from '@liuhen/event-store';
import type { LogName, Position, Projection } from '@liuhen/kernel';
import type { Pool } from 'pg';
import type { Halted } from './halt';

/** What a runner tells of its work. Only `stopped` asks for somebody; `retrying` does if it does not end. */
export type RunnerReport =
  | { readonly kind: 'claimed' | 'lost' | 'published'; readonly build: string; readonly projection: string }
  | {
      readonly kind: 'advanced';
      readonly build: string;
      readonly projection: string;
      /** Applied in this step. */
      readonly events: number;
      readonly position: Position | undefined;
    }
  | { readonly kind: 'stopped'; readonly build: string; readonly projection: string; readonly halt: Halted }
  | {
      readonly kind: 'retrying';
      /** The projection or the log that waits; `builds` where the runner cannot read its own table. */
      readonly subject: string;
      readonly error: unknown;
    };

/** All times in milliseconds. */
export interface RunnerTuning {
  /** Events examined at once. */
  readonly pageSize: number;
  /** Pages applied at the same time; the pool must hold at least two connections more. */
  readonly concurrency: number;
  /** Time after which the build of a silent worker may be taken; renewed three times within it. */
  readonly leaseMs: number;
  /** Builds that have become free are looked for this often. */
  readonly lookMs: number;
  /** Within the head of the log a projection reads at most once in this time. */
  readonly paceMs: number;
  /** A checkpoint that moved without an event of the projection is saved this often. */
  readonly idleSaveMs: number;
  /** Without a wake-up, the log is looked at this often. */
  readonly pollMs: number;
  /** Longest statement of a page. */
  readonly statementTimeoutMs: number;
}

/**
 * What a killed worker leaves is taken by another `leaseMs + lookMs` later at the latest. Half of the five seconds that
 * are promised is kept for a machine that is short of time. A worker that stalls for longer than its lease loses
 * nothing but its builds. What a stopped worker hands over waits for `lookMs` only.
 */
export const TUNING: RunnerTuning = {
  pageSize: 500,
  concurrency: 4,
  leaseMs: 2_000,
  lookMs: 250,
  paceMs: 20,
  idleSaveMs: 100,
  pollMs: 1_000,
  statementTimeoutMs: 30_000,
};

export type EventStores = Readonly<Partial<Record<LogName, EventStore>>>;

export interface RunnerOptions {
  /** Connected as the application's role; its owner listens to 'error', or a lost idle connection ends the process. */
  readonly pool: Pool;
  readonly stores: EventStores;
  readonly projections: readonly Projection[];
  /** Name of this worker, shown in the status. */
  readonly owner: string;
  readonly report: (report: RunnerReport) => void;
  readonly tuning?: Partial<RunnerTuning>;
}
