import type { LogCopy } from './log-copy';
import { storedType, type StoredType } from './stored-values';

export interface StoredColumn {
  readonly name: string;
  readonly type: StoredType;
  readonly isKey: boolean;
}

/** A table as it was before anybody tampered with it. */
export interface StoredTable {
  readonly name: string;
  /** Where its rows lie as they were, numbered from 1 in the order of their keys, as `n`. */
  readonly aside: string;
  readonly columns: readonly StoredColumn[];
  /** As text, by column. */
  readonly rows: readonly StoredRow[];
}

export type StoredRow = Readonly<Record<string, string>>;

const SCHEMAS = `('log_business'::regnamespace, 'ledger'::regnamespace)`;

const TABLES = `
  select oid::regclass::text as name from pg_class
  where relnamespace in ${SCHEMAS} and relkind in ('r', 'p') and not relispartition order by 1`;

const COLUMNS = `
  select attname as name, format_type(atttypid, null) as type, coalesce(attnum = any (indkey), false) as key
  from pg_attribute left join pg_index on indrelid = attrelid and indisprimary
  where attrelid = $1::regclass and attnum > 0 and not attisdropped order by attnum`;

/** All that keeps values from being what somebody wants them to be. */
const CONSTRAINTS = `
  select format('alter table %s drop constraint %I', conrelid::regclass, conname) as drop
  from pg_constraint where connamespace in ${SCHEMAS} and contype in ('p', 'u', 'c') and conparentid = 0
    and coninhcount = 0`;

/** Tables without keys are scanned, which for these few rows is not worth compiling. */
const UNCOMPILED = `do $$ begin execute format('alter database %I set jit = off', current_database()); end $$`;

/** Puts the rows of the log and its ledger aside, and takes away what would keep anybody from laying them otherwise. */
export async function setAside(copy: LogCopy): Promise<readonly StoredTable[]> {
  await copy.tamper(
    'set search_path = pg_catalog',
    UNCOMPILED,
    'create schema aside',
    'create table log_business.events_elsewhere partition of log_business.events default',
  );
  const tables: StoredTable[] = [];
  for (const { name } of await copy.query<{ readonly name: string }>(TABLES))
    tables.push(await putAside(copy, name));
  for (const { drop } of await copy.query<{ readonly drop: string }>(CONSTRAINTS)) await copy.tamper(drop);
  return tables;
}

async function putAside(copy: LogCopy, name: string): Promise<StoredTable> {
  const found = await copy.query<{ readonly name: string; readonly type: string; readonly key: boolean }>(
    COLUMNS,
    [name],
  );
  const columns = found.map(({ type, key, ...column }) => ({
    ...column,
    type: storedType(type),
    isKey: key,
  }));
  const keys = columns.filter(({ isKey }) => isKey).map((column) => column.name);
  const aside = `aside.${name.replace('.', '_')}`;
  await copy.tamper(
    `create table ${aside} as select row_number() over (order by ${keys.join()})::integer as n, * from ${name}`,
  );
  const values = columns.map((column) => `${column.type.read(column.name)} as ${column.name}`);
  const rows = await copy.query<StoredRow>(`select ${values.join()} from ${aside} order by n`);
  return { name, aside, columns, rows };
}
