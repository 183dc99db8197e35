import { startRebuild } from '@liuhen/read-models';
import { openBench, type Bench } from './bench';
import { docket, recordCases } from './docket';

let bench: Bench;
let live: string;
let building: string;

beforeAll(async () => {
  bench = await openBench([docket]);
  await recordCases(bench.store, 0, 3);
  building = await startRebuild(bench.ownerUrl, docket);
  const [build] = await bench.rows(`select build from read.builds where state = 'live'`);
  live = String(build?.build);
});
afterAll(() => bench.close());

const DENIED = { code: '42501' };

it.each([
  ['make a schema', () => 'create schema mine'],
  ['make a table in a build', () => `create table ${live}.mine ()`],
  ['change a build’s tables', () => `alter table ${live}.docket_cases add column mine text`],
  ['empty a build’s tables at a stroke', () => `truncate ${live}.docket_cases`],
  ['drop a build', () => `drop schema ${live} cascade`],
  ['make a view for queries', () => `create view read.mine as select 1`],
  ['drop a view for queries', () => 'drop view read.docket_cases'],
  ['write through a view', () => `insert into read.docket_cases values ('case-x', 'x')`],
  [
    'register a build',
    () => `insert into read.builds (build, projection, version, log, tables, definition)
    values ('build_x_v1_1', 'x', 1, 'business', '{events}', '')`,
  ],
  ['forget a build', () => 'delete from read.builds'],
  ['declare a build live', () => `update read.builds set state = 'live' where build = '${building}'`],
  ['rename a build', () => `update read.builds set build = 'build_log_business' where build = '${building}'`],
  ['choose what a build publishes', () => `update read.builds set tables = '{pg_authid}'`],
  ['give a build to another projection', () => `update read.builds set projection = 'other'`],
  [
    'replace the function',
    () => `create or replace function read.publish(text, bigint) returns void language sql as ''`,
  ],
  ['own the function', () => 'alter function read.publish(text, bigint) owner to liuhen_app'],
])('does not let the application %s', async (_, statement) => {
  await expect(bench.app.query(statement())).rejects.toMatchObject(DENIED);
});

it('does not let others than the application publish', async () => {
  expect(
    await bench.rows(`select has_function_privilege('public', 'read.publish(text, bigint)', 'execute') as anybody,
      has_function_privilege('liuhen_app', 'read.publish(text, bigint)', 'execute') as application`),
  ).toEqual([{ anybody: false, application: true }]);
});

it.each<[string, () => unknown[]]>([
  ['a schema that is no build', () => ['log_business', 0]],
  ['a name with SQL in it', () => [`${building}"; drop schema read cascade; --`, 0]],
  ['the build that is live', () => [live, 0]],
  ['a build under another token', () => [building, 7]],
  ['nothing', () => [null, null]],
])('publishes not %s', async (_, parameters) => {
  const before = await bench.rows(`select viewname, definition from pg_views where schemaname = 'read'`);
  await expect(bench.app.query('select read.publish($1, $2)', parameters())).rejects.toMatchObject({
    code: '55000',
  });
  expect(await bench.rows(`select viewname, definition from pg_views where schemaname = 'read'`)).toEqual(
    before,
  );
});

it('lets no token go back', async () => {
  await expect(bench.app.query('update read.builds set token = token - 1')).rejects.toMatchObject({
    code: '23001',
  });
});

it('is not led astray by the caller’s search path', async () => {
  const client = await bench.app.connect();
  await client.query(`begin; set local search_path to ${live}, pg_temp, pg_catalog`);
  await client.query('select read.publish($1, 0)', [building]);
  const { rows } = await client.query<{ definition: string }>(
    `select definition from pg_views where schemaname = 'read' and viewname = 'docket_cases'`,
  );
  await client.query('rollback');
  client.release();
  expect(rows[0]?.definition).toContain(`${building}.docket_cases`);
});

it('does not publish a build that has stopped', async () => {
  await bench.app.query(
    `update read.builds set stopped_at = now(), error_code = 'poison-event' where build = '${building}'`,
  );
  await expect(bench.app.query('select read.publish($1, 0)', [building])).rejects.toMatchObject({
    code: '55000',
  });
});
