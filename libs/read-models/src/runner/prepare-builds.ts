import { Client } from 'pg';
import { Refusal, type Projection, type Sql } from '@liuhen/kernel';
import { BUILD_COLUMNS, buildName, definitionOf, type Build } from './build';
import { checkProjections, InvalidProjection } from './check-projections';
import { isTransient, sqlOf } from './sql';

/**
 * Gives every projection a build of its version, before the runners start. In a fresh database it is published at
 * once, empty as the log still is; otherwise it is filled beside the live one, which goes on until it has caught up.
 * A version older than what is there is left alone: in a rolling update old and new programs start in any order.
 *
 * @param ownerUrl connects as the database's owner.
 * @throws InvalidProjection also if a version that was built before means something else now.
 */
export async function prepareBuilds(ownerUrl: string, projections: readonly Projection[]): Promise<void> {
  checkProjections(projections);
  await asOwner(ownerUrl, async (db) => {
    for (const projection of projections) {
      await exclusively(db, () => prepareBuild(db, projection));
      await dropRetired(db, projection.name);
    }
  });
}

/**
 * Fills the projection anew beside its live build; a runner does the work and publishes it.
 *
 * @returns the name of the new build.
 * @throws Refusal `rebuild-running`, `newer-version-live`
 */
export async function startRebuild(ownerUrl: string, projection: Projection): Promise<string> {
  checkProjections([projection]);
  return changeBuilds(ownerUrl, projection.name, async (db, builds) => {
    if (builds.some(({ version }) => version > projection.version))
      throw new Refusal('newer-version-live', '该读模型已有更高版本，请使用新版程序重建');
    if (builds.some(({ state, stopped }) => state === 'building' && !stopped))
      throw new Refusal('rebuild-running', '该读模型正在重建，请等待完成或先取消');
    await retireUnfinished(db, projection.name);
    return createBuild(db, projection);
  });
}

/** Gives up what is being filled beside the live build. @throws Refusal `no-rebuild` */
export async function cancelRebuild(ownerUrl: string, projection: string): Promise<void> {
  await changeBuilds(ownerUrl, projection, async (db) => {
    if ((await retireUnfinished(db, projection)) === 0)
      throw new Refusal('no-rebuild', '该读模型没有正在进行的重建');
  });
}

/**
 * Takes up the build that was live before: a program of its version continues it from its checkpoint and publishes
 * it again. Start that program, not the newer one, or it will build its own version once more.
 *
 * @returns the name of the build. @throws Refusal `no-previous-build`
 */
export async function rollBack(ownerUrl: string, projection: string): Promise<string> {
  return changeBuilds(ownerUrl, projection, async (db) => {
    const { rows } = await db.query<Pick<Build, 'build'>>(
      `select build from read.builds
        where projection = $1 and state = 'retired' and published_at is not null
        order by retired_at desc limit 1`,
      [projection],
    );
    const previous = rows[0];
    if (!previous) throw new Refusal('no-previous-build', '该读模型没有可退回的上一份');
    await retireUnfinished(db, projection);
    await db.query(`update read.builds set state = 'building', retired_at = null where build = $1`, [
      previous.build,
    ]);
    return previous.build;
  });
}

async function asOwner<Result>(ownerUrl: string, work: (db: Sql) => Promise<Result>): Promise<Result> {
  const client = new Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    return await work(sqlOf(client));
  } finally {
    await client.end();
  }
}

/** One at a time over all processes, and all or nothing: DDL too is undone with its transaction. */
async function exclusively<Result>(db: Sql, work: () => Promise<Result>): Promise<Result> {
  await db.query('begin');
  try {
    await db.query(`select pg_advisory_xact_lock(hashtext('read.builds'))`);
    const result = await work();
    await db.query('commit');
    return result;
  } catch (error) {
    await db.query('rollback');
    throw error;
  }
}

const changeBuilds = <Result>(
  ownerUrl: string,
  projection: string,
  change: (db: Sql, builds: readonly OpenBuild[]) => Promise<Result>,
): Promise<Result> =>
  asOwner(ownerUrl, async (db) => {
    const result = await exclusively(db, async () => change(db, await openBuildsOf(db, projection)));
    await dropRetired(db, projection);
    return result;
  });

type OpenBuild = Build & { readonly definition: string };

async function openBuildsOf(db: Sql, projection: string): Promise<readonly OpenBuild[]> {
  const { rows } = await db.query<OpenBuild>(
    `select ${BUILD_COLUMNS}, definition from read.builds where projection = $1 and state <> 'retired'`,
    [projection],
  );
  return rows;
}

async function prepareBuild(db: Sql, projection: Projection): Promise<void> {
  const builds = await openBuildsOf(db, projection.name);
  const { name, version } = projection;
  for (const same of builds.filter((build) => build.version === version)) {
    if (same.definition !== definitionOf(projection))
      throw new InvalidProjection(
        name,
        `its tables or events are not those that version ${String(version)} was built with; raise its version`,
      );
  }
  if (builds.some((build) => build.version >= version)) return;
  await retireUnfinished(db, name);
  const build = await createBuild(db, projection);
  if (!builds.some(({ state }) => state === 'live')) await db.query('select read.publish($1, 0)', [build]);
}

async function createBuild(db: Sql, projection: Projection): Promise<string> {
  const { rows } = await db.query<{ number: string }>(`select nextval('read.build_number')::text as number`);
  const build = buildName(projection, rows[0]?.number ?? '');
  const { name, version, log, tables, schema } = projection;
  await db.query(
    `insert into read.builds (build, projection, version, log, tables, definition) values ($1, $2, $3, $4, $5, $6)`,
    [build, name, version, log, tables, definitionOf(projection)],
  );
  await db.query(`create schema ${build}; set local search_path to ${build}, pg_temp`);
  await db.query(schema);
  await requireTables(db, projection, build);
  await db.query(`grant usage on schema ${build} to liuhen_app;
    grant select, insert, update, delete on all tables in schema ${build} to liuhen_app;
    grant usage on all sequences in schema ${build} to liuhen_app`);
  return build;
}

async function requireTables(db: Sql, { name, tables }: Projection, build: string): Promise<void> {
  const { rows } = await db.query<{ missing: string }>(
    `select missing from unnest($1::text[]) as missing where to_regclass($2 || '.' || missing) is null`,
    [tables, build],
  );
  if (rows[0]) throw new InvalidProjection(name, `its schema does not create table ${rows[0].missing}`);
}

async function retireUnfinished(db: Sql, projection: string): Promise<number> {
  const { rowCount } = await db.query(
    `update read.builds set state = 'retired', retired_at = clock_timestamp()
      where projection = $1 and state = 'building'`,
    [projection],
  );
  return rowCount ?? 0;
}

/**
 * Drops what nobody can want back: unfinished builds, and all but the last that had been live. That they are retired
 * is already committed, so a worker still at such a build commits no more and lets go of its locks.
 */
async function dropRetired(db: Sql, projection: string): Promise<void> {
  const { rows } = await db.query<Pick<Build, 'build'>>(
    `select build from (
       select build, published_at, row_number() over (partition by published_at is null order by retired_at desc) as nth
         from read.builds where projection = $1 and state = 'retired') as retired
      where published_at is null or nth > 1`,
    [projection],
  );
  for (const { build } of rows) await exclusively(db, () => dropBuild(db, build)).catch(leaveForNextTime);
}

async function dropBuild(db: Sql, build: string): Promise<void> {
  await db.query(`set local lock_timeout to '2s'; drop schema ${build} cascade`);
  await db.query('delete from read.builds where build = $1', [build]);
}

/** Somebody may still be reading the old tables in a long transaction. */
function leaveForNextTime(error: unknown): void {
  if (!isTransient(error)) throw error;
}
