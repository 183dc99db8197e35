import type { Chance } from '../../support/chance';
import type { StoredLog } from './stored-log';
import { signOfChange, signOfLoss, signOfSwap } from './stored-signs';
import { sweep, type Swept } from './stored-sweep';
import type { StoredColumn, StoredRow, StoredTable } from './stored-tables';
import { nearTo } from './stored-values';

/** Rows by their numbers, from 1. */
export type Rows = readonly number[];

/** Of a value of a row, by its number. */
interface Change {
  readonly n: number;
  readonly value: string;
}

/** Between events that do not meet when one of them is gone or elsewhere, or has changed places with the next. */
const APART = 4;

const apart = ({ name }: StoredTable): number => (name === 'log_business.events' ? APART : Infinity);
const rowOf = ({ rows }: StoredTable, n: number): StoredRow => rows[n - 1] ?? {};
const numbersIn = ({ rows }: StoredTable): Rows => rows.map((_, at) => at + 1);

/** A value of each row of a column is changed by chance, as little as can be. */
export async function* nearChanges(
  log: StoredLog,
  table: StoredTable,
  column: StoredColumn,
  random: Chance,
): AsyncGenerator<Swept<Change>> {
  const changes = table.rows.map((row, at) => ({
    n: at + 1,
    value: nearTo(random, column.type, row[column.name] ?? ''),
  }));
  yield await changed(log, table, column, changes);
}

/** Each value of a column is changed in every way, one after the other: more than can be remembered. */
export async function* allChanges(
  log: StoredLog,
  table: StoredTable,
  column: StoredColumn,
): AsyncGenerator<Swept<Change>> {
  const values = table.rows.map((row) => row[column.name] ?? '');
  const ways = Math.max(0, ...values.map((value) => column.type.ways(value).all));
  for (let way = 0; way < ways; way++) {
    const changes = values.flatMap((before, at) => {
      const value = way < column.type.ways(before).all ? column.type.changed(before, way) : undefined;
      return value === undefined ? [] : [{ n: at + 1, value }];
    });
    yield await changed(log, table, column, changes);
  }
}

function changed(
  log: StoredLog,
  table: StoredTable,
  column: StoredColumn,
  changes: readonly Change[],
): Promise<Swept<Change>> {
  const tells = signOfChange(table.name, column.name);
  return sweep({
    what: changes,
    apart: column.isKey ? apart(table) : 1,
    tamper: (some) => log.changed(table, column, some),
    tells: ({ n }, found) => tells(rowOf(table, n), found),
  });
}

/** Each row exchanges with the next all but their keys, unless that changes nothing. */
export function swaps(log: StoredLog, table: StoredTable): Promise<Swept<number>> {
  const tells = signOfSwap(table.name);
  const content = (n: number) =>
    table.columns.filter(({ isKey }) => !isKey).map(({ name }) => rowOf(table, n)[name]);
  return sweep({
    what: numbersIn(table)
      .filter((n) => n > 1 && String(content(n - 1)) !== String(content(n)))
      .map((n) => n - 1),
    apart: apart(table),
    tamper: (some) => log.swapped(table, some),
    tells: (n, found) => tells(rowOf(table, n), found),
  });
}

/** Each row goes by itself. */
export function losses(log: StoredLog, table: StoredTable): Promise<Swept<Rows>> {
  const tells = signOfLoss(table.name);
  return sweep<Rows>({
    what: numbersIn(table).map((n) => [n]),
    apart: apart(table),
    tamper: (some) => log.without(table, some.flat()),
    tells: ([n = 0], found) => tells(rowOf(table, n), found),
  });
}

/** All from one row on go. Where those are events, all that the database derives from them is made to fit. */
export function cuts(log: StoredLog, table: StoredTable): Promise<Swept<Rows>> {
  return sweep<Rows>({
    what: numbersIn(table).map((n) => numbersIn(table).slice(n - 1)),
    apart: Infinity,
    tamper: ([rows = []]) =>
      table.name === 'log_business.events' ? log.shortened((rows[0] ?? 0) - 1) : log.without(table, rows),
    tells: () => false,
  });
}
