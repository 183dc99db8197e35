import type { Sql } from './projection';

/**
 * Rows into a table of the projection, in one statement however many they are.
 *
 * A row is an object by column names, every row with the same ones. The values are JSON, and the table says what they
 * become: an instant a `timestamptz`, a list a `text[]`, whatever there is a `jsonb`; `undefined` is null.
 */
export async function insertRows<Row extends object>(
  db: Sql,
  table: string,
  rows: readonly Row[],
): Promise<void> {
  if (!rows[0]) return;
  const columns = Object.keys(rows[0]).join(', ');
  await db.query(`insert into ${table} (${columns}) select ${columns} from ${recordset(table)}`, [
    JSON.stringify(rows),
  ]);
}

/**
 * Changes the rows that have these keys, in one statement. The last change of a key is the one that holds, as if each
 * had been made by itself.
 *
 * @param keys the column, or the columns, that tell the rows apart.
 */
export async function updateRows<Row extends object, Key extends keyof Row & string>(
  db: Sql,
  table: string,
  keys: Key | readonly Key[],
  changes: readonly Row[],
): Promise<void> {
  if (!changes[0]) return;
  const keyed: readonly string[] = typeof keys === 'string' ? [keys] : keys;
  const last = new Map(changes.map((change) => [keyOf(change, keyed), change]));
  const columns = Object.keys(changes[0]).filter((column) => !keyed.includes(column));
  const same = keyed.map((key) => `${table}.${key} = change.${key}`).join(' and ');
  await db.query(
    `update ${table} set ${columns.map((column) => `${column} = change.${column}`).join(', ')}
       from ${recordset(table)} as change where ${same}`,
    [JSON.stringify([...last.values()])],
  );
}

const keyOf = (row: object, keys: readonly string[]): string =>
  JSON.stringify(keys.map((key) => (row as Readonly<Record<string, unknown>>)[key]));

/** The parameter's JSON objects with the columns and types of the table. */
const recordset = (table: string): string => `json_populate_recordset(null::${table}, $1)`;
