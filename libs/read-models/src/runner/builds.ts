import type { Projection, Sql } from '@liuhen/kernel';
import { BUILD_COLUMNS, type Build } from './build';
import type { Halted } from './halt';

/** Somebody else owns the build, it is retired, or its checkpoint is not where it was thought to be. */
export class CheckpointMoved extends Error {
  override readonly name = 'CheckpointMoved';

  constructor(readonly build: string) {
    super(`the checkpoint of ${build} was moved by somebody else`);
  }
}

/** What a worker holds: the build, under the token that it was given. */
export type Hold = Pick<Build, 'build' | 'token'>;

/** The builds that a runner with these projections may work on: theirs by name and version, not retired. */
export async function openBuilds(db: Sql, projections: readonly Projection[]): Promise<readonly Build[]> {
  const { rows } = await db.query<Build>(
    `select ${BUILD_COLUMNS} from read.builds
      where (projection, version) in (select * from unnest($1::text[], $2::int[])) and state <> 'retired'
      order by build`,
    [projections.map(({ name }) => name), projections.map(({ version }) => version)],
  );
  return rows;
}

export async function readBuild(db: Sql, build: string): Promise<Build | undefined> {
  const { rows } = await db.query<Build>(`select ${BUILD_COLUMNS} from read.builds where build = $1`, [
    build,
  ]);
  return rows[0];
}

/**
 * Takes a build that nobody holds and raises its token: from now on nothing done under the earlier one commits.
 * `undefined` if somebody else was first.
 */
export async function claim(
  db: Sql,
  { build, token }: Hold,
  owner: string,
  leaseMs: number,
): Promise<Build | undefined> {
  const { rows } = await db.query<Build>(
    `update read.builds set token = token + 1, owner = $3, claimed_at = clock_timestamp(),
        claimed_position = position, claimed_events = events_applied,
        lease_until = clock_timestamp() + $4 * interval '1 millisecond'
      where build in (select build from read.builds where build = $1 for update skip locked)
        and token = $2 and state <> 'retired' and stopped_at is null
        and (lease_until is null or lease_until < clock_timestamp())
      returning ${BUILD_COLUMNS}`,
    [build, token, owner, leaseMs],
  );
  return rows[0];
}

/** Prolongs the leases. A row that is locked is being worked on under its token and is left alone. */
export async function renew(db: Sql, holds: readonly Hold[], leaseMs: number): Promise<void> {
  await db.query(
    `with held as (
       select build from read.builds
        where (build, token) in (select * from unnest($1::text[], $2::bigint[])) for update skip locked)
     update read.builds set lease_until = clock_timestamp() + $3 * interval '1 millisecond'
      where build in (select build from held)`,
    [holds.map(({ build }) => build), holds.map(({ token }) => token), leaseMs],
  );
}

/** Lets the next worker take the build at once. @returns false if it is somebody else's by now. */
export async function release(db: Sql, { build, token }: Hold): Promise<boolean> {
  const { rowCount } = await db.query(
    `update read.builds set owner = null, lease_until = null where build = $1 and token = $2`,
    [build, token],
  );
  return rowCount === 1;
}

/** A step of a checkpoint; `null` is the start of the log. */
export interface Advance {
  readonly from: string | null;
  readonly to: string | null;
  readonly events: number;
  readonly leaseMs: number;
}

/**
 * Compare-and-set of the checkpoint, in the transaction that changed the tables: both hold or neither.
 *
 * @throws CheckpointMoved if the token is not the build's any more or the checkpoint is not `from`.
 */
export async function advance(
  db: Sql,
  { build, token }: Hold,
  { from, to, events, leaseMs }: Advance,
): Promise<void> {
  const { rowCount } = await db.query(
    `update read.builds set position = $4, events_applied = events_applied + $5, advanced_at = clock_timestamp(),
        lease_until = clock_timestamp() + $6 * interval '1 millisecond'
      where build = $1 and token = $2 and position is not distinct from $3
        and state <> 'retired' and stopped_at is null`,
    [build, token, from, to, events, leaseMs],
  );
  if (rowCount !== 1) throw new CheckpointMoved(build);
}

/** Longest message kept; what a database says of an error can be as long as the statement. */
const MESSAGE_LENGTH = 500;

/**
 * Records why the build does not go on. Everything before the event stays applied.
 *
 * @returns false if the build is somebody else's by now.
 */
export async function recordHalt(
  db: Sql,
  { build, token }: Hold,
  { code, event, message }: Halted,
): Promise<boolean> {
  const { rowCount } = await db.query(
    `update read.builds set stopped_at = clock_timestamp(), error_code = $3, error_event = $4,
        error_position = $5, error_message = $6, owner = null, lease_until = null
      where build = $1 and token = $2`,
    [build, token, code, event?.header.id ?? null, event?.position ?? null, message.slice(0, MESSAGE_LENGTH)],
  );
  return rowCount === 1;
}

/** Lets stopped builds of these projections be tried again, by whichever worker takes them first. */
export async function resumeProjections(
  db: Sql,
  projections: readonly Pick<Projection, 'name' | 'version'>[],
): Promise<void> {
  await db.query(
    `update read.builds set stopped_at = null, error_code = null, error_event = null,
        error_position = null, error_message = null
      where (projection, version) in (select * from unnest($1::text[], $2::int[])) and stopped_at is not null`,
    [projections.map(({ name }) => name), projections.map(({ version }) => version)],
  );
}
