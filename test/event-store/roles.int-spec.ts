import { requestFor, sealedChain } from '@liuhen/event-store/testing';
import { LOG_NAMES } from '@liuhen/kernel';
import { Client } from 'pg';
import { appendBySql } from './append-by-sql';
import { LogDatabase } from './open-store';

const INSUFFICIENT_PRIVILEGE = '42501';
const RESTRICT_VIOLATION = '23001';
const TABLES = ['head', 'streams', 'events'] as const;

const database = new LogDatabase();
let application: Client;
let owner: Client;

beforeAll(async () => {
  await database.create();
  const { store, close } = await database.open();
  await store.append(requestFor(sealedChain(2)));
  await close();
  application = new Client(database.urls.appUrl);
  owner = new Client(database.urls.ownerUrl);
  await Promise.all([application.connect(), owner.connect()]);
});
afterAll(async () => {
  await Promise.all([application.end(), owner.end()]);
  await database.drop();
});

describe('the application role', () => {
  const tables = LOG_NAMES.flatMap((log) => TABLES.map((table) => `log_${log}.${table}`));

  it('is who the application is', async () => {
    const { rows } = await application.query('select current_user::text as name');
    expect(rows).toEqual([{ name: 'liuhen_app' }]);
  });

  it('owns nothing', async () => {
    const { rows } = await application.query(
      'select relname from pg_class where relowner = (select oid from pg_roles where rolname = current_user)',
    );
    expect(rows).toEqual([]);
  });

  it.each(tables)('reads %s', async (table) => {
    await expect(application.query(`select * from ${table}`)).resolves.toBeDefined();
  });

  it.each([...tables, 'log_business.events_0'])('changes nothing in %s', async (table) => {
    for (const statement of [
      `update ${table} set recorded_at = now()`,
      `delete from ${table}`,
      `truncate ${table}`,
      `insert into ${table} select * from ${table}`,
      `select * from ${table} for update`,
      `drop table ${table}`,
      `alter table ${table} disable trigger all`,
      `alter table ${table} add column more text`,
      `create trigger mine before insert on ${table} for each row execute function pg_catalog.suppress_redundant_updates_trigger()`,
    ])
      expect(await stateOf(statement)).toBe(INSUFFICIENT_PRIVILEGE);
  });

  it.each(LOG_NAMES)('makes nothing in the schema of the %s log', async (log) => {
    for (const statement of [
      `create table log_${log}.mine (n integer)`,
      `create function log_${log}.mine() returns integer language sql as 'select 1'`,
      `drop schema log_${log} cascade`,
      `alter function log_${log}.append reset all`,
      `select log_${log}.add_partition(9, 1)`,
      `select log_${log}.reserve_partitions(1, 1, 1)`,
    ])
      expect(await stateOf(statement)).toBe(INSUFFICIENT_PRIVILEGE);
  });

  it.each([
    'set session_replication_role = replica',
    'set role liuhen_owner',
    `alter role liuhen_app superuser`,
    `create role mine`,
    `copy log_business.events to program 'true'`,
  ])('may not: %s', async (statement) => {
    expect(await stateOf(statement)).toBe(INSUFFICIENT_PRIVILEGE);
  });

  it('cannot turn the append function to tables of its own', async () => {
    await application.query(`create temporary table head as select * from log_business.head`);
    await application.query(`set search_path = pg_temp, public`);
    const [event] = sealedChain(1, { stream: 'case-temporary' });
    expect(await appendBySql(application, event)).toEqual({ answer: 'stored', last_position: '3' });
    const [head] = await database.query<{ position: string }>('select position from log_business.head');
    expect(head).toEqual({ position: '3' });
  });

  it.each(['repeatable read', 'serializable'])('appends in no other isolation: %s', async (level) => {
    await application.query(`begin isolation level ${level}`);
    const state = await stateOf(
      `select log_business.append('{}', '{}', '{}', '{}', '{}', '{}', '{}', '{}', '{}', '{}', '{}', '{}', '{}', '{}')`,
    );
    await application.query('rollback');
    expect(state).toBe('25000');
  });

  const stateOf = (statement: string): Promise<string | undefined> => sqlState(application, statement);
});

describe('the owner', () => {
  it.each([
    `update log_business.events set header = header`,
    `update log_business.events_0 set header = header`,
    `delete from log_business.events`,
    `delete from log_business.events_0`,
    `truncate log_business.events`,
    `truncate log_business.events_0`,
    `delete from log_business.streams`,
    `truncate log_business.streams`,
    `update log_business.streams set rev = rev`,
    `update log_business.streams set name = name || '2', rev = rev + 1`,
    `delete from log_business.head`,
    `truncate log_business.head`,
    `update log_business.head set position = position - 1`,
    `update log_business.head set origin = 'elsewhere.invalid/business'`,
    `update log_business.head set hash = 'sm3'`,
    `update log_business.head set partition_size = 5`,
  ])('is stopped by a trigger too: %s', async (statement) => {
    expect(await sqlState(owner, statement)).toBe(RESTRICT_VIOLATION);
  });
});

async function sqlState(client: Client, statement: string): Promise<string | undefined> {
  const error: unknown = await client.query(statement).then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  return error instanceof Error && 'code' in error ? String(error.code) : undefined;
}
