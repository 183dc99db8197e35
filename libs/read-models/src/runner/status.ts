import type { EventStore } from '@liuhen/event-store';
import type { LogName, Sql } from '@liuhen/kernel';
import type { Build } from './build';
import { HALTS, type HaltCode } from './halt';
import type { EventStores } from './options';
import { progressOf, type Progress } from './progress';

/** Why a build stands still, and at which event. */
export interface HaltStatus {
  readonly code: HaltCode;
  /** For the operator, in Chinese. */
  readonly reason: string;
  readonly event: string | null;
  readonly position: string | null;
  readonly message: string | null;
  readonly at: Date;
}

export interface BuildStatus extends Pick<Build, 'build' | 'projection' | 'version' | 'log' | 'position'> {
  readonly state: 'live' | 'building';
  /** Name of the worker that holds it now. */
  readonly owner: string | null;
  readonly progress: Progress;
  /** Events of the log not yet examined; `undefined` where the log does not number them. */
  readonly lag: number | undefined;
  readonly halt: HaltStatus | undefined;
}

/** Every live build and what is being filled beside it, by projection. Works anywhere, not only beside a runner. */
export async function buildStatuses(db: Sql, stores: EventStores): Promise<readonly BuildStatus[]> {
  const { rows } = await db.query<StatusRow>(STATUS_ROWS);
  const heads = new Map<LogName, string | undefined>();
  for (const log of new Set(rows.map((row) => row.log))) heads.set(log, await stores[log]?.head());
  return rows.map((row) => statusOf(row, stores[row.log], heads.get(row.log)));
}

interface StatusRow extends Omit<BuildStatus, 'progress' | 'lag' | 'halt'> {
  readonly applied: number;
  readonly appliedAtClaim: number;
  readonly positionAtClaim: string | null;
  readonly appliedByLive: number;
  readonly elapsedSeconds: number;
  readonly haltCode: HaltCode | null;
  readonly haltEvent: string | null;
  readonly haltPosition: string | null;
  readonly haltMessage: string | null;
  readonly haltAt: Date;
}

const STATUS_ROWS = `
  select b.build, b.projection, b.version, b.log, b.state, b.position,
    case when b.lease_until > clock_timestamp() then b.owner end as owner,
    b.events_applied::float8 as applied, coalesce(b.claimed_events, 0)::float8 as "appliedAtClaim",
    b.claimed_position as "positionAtClaim", coalesce(live.events_applied, 0)::float8 as "appliedByLive",
    coalesce(extract(epoch from b.advanced_at - b.claimed_at), 0)::float8 as "elapsedSeconds",
    b.error_code as "haltCode", b.error_event as "haltEvent", b.error_position as "haltPosition",
    b.error_message as "haltMessage", b.stopped_at as "haltAt"
  from read.builds b
  left join read.builds live on live.projection = b.projection and live.state = 'live'
  where b.state <> 'retired'
  order by b.projection, b.state desc`;

function statusOf(row: StatusRow, store: EventStore | undefined, head: string | undefined): BuildStatus {
  const { build, projection, version, log, state, position, owner, elapsedSeconds } = row;
  const numbered = store?.capabilities.densePositions === true;
  const counts = numbered
    ? { done: numberOf(position), total: numberOf(head), doneAtClaim: numberOf(row.positionAtClaim) }
    : { done: row.applied, total: row.appliedByLive, doneAtClaim: row.appliedAtClaim };
  const progress = progressOf({ ...counts, elapsedSeconds });
  const lag = numbered ? progress.total - progress.done : undefined;
  return { build, projection, version, log, state, position, owner, progress, lag, halt: haltStatus(row) };
}

/** A log with dense positions ends them with the number of the event. */
const numberOf = (position: string | null | undefined): number =>
  Number(/\d+$/.exec(position ?? '')?.[0] ?? 0);

function haltStatus(row: StatusRow): HaltStatus | undefined {
  const { haltCode: code, haltEvent: event, haltPosition: position, haltMessage: message, haltAt: at } = row;
  return code === null ? undefined : { code, reason: HALTS[code], event, position, message, at };
}
