import { ForeignLog, fsck, PostgresEventStore, type EventStore } from '@liuhen/event-store';
import { checkLedger } from '@liuhen/notary';
import { BUSINESS } from '../../event-store/open-store';
import type { LogCopy } from './log-copy';
import { setAside, type StoredColumn, type StoredTable } from './stored-tables';

/** What fsck finds, in the log or in its ledger. */
export interface Found {
  readonly kind: string;
  readonly message: string;
  readonly position?: bigint;
  readonly stream?: string;
}

/** How the rows of a table lie otherwise than before: a query, in which `before` is the table as it was. */
interface Laid {
  readonly table: StoredTable;
  readonly rows: string;
  readonly values?: readonly unknown[];
}

/** All rows of a log and of its ledger, laid otherwise again and again by a superuser whom nothing stops. */
export class StoredLog {
  #disturbed: readonly StoredTable[] = [];

  private constructor(
    private readonly copy: LogCopy,
    private readonly store: EventStore,
    readonly tables: readonly StoredTable[],
  ) {}

  static async of(copy: LogCopy): Promise<StoredLog> {
    const tables = await setAside(copy);
    const store = await PostgresEventStore.open({ url: copy.database.appUrl, log: BUSINESS });
    return new StoredLog(copy, store, tables);
  }

  async close(): Promise<void> {
    await this.store.close();
    await this.copy.drop();
  }

  table(name: string): StoredTable {
    const found = this.tables.find((table) => table.name === name);
    if (!found) throw new Error(`no table ${name}`);
    return found;
  }

  /** @param changes of values of one column. */
  changed(
    table: StoredTable,
    column: StoredColumn,
    changes: readonly { readonly n: number; readonly value: string }[],
  ): AsyncIterable<Found> {
    const columns = table.columns.map(({ name }) =>
      name === column.name
        ? `case when c.n is null then ${name} else ${column.type.write('c.value')} end`
        : name,
    );
    const rows = `select ${columns.join()} from before left join unnest($1::integer[], $2::text[]) as c (n, value) using (n)`;
    return this.#found({
      table,
      rows,
      values: [changes.map(({ n }) => n), changes.map(({ value }) => value)],
    });
  }

  /** @param gone numbers of rows. */
  without(table: StoredTable, gone: readonly number[]): AsyncIterable<Found> {
    return this.#found({ table, rows: `${all(table)} where n <> all ($1)`, values: [gone] });
  }

  /** @param rows of which each exchanges with the next all but their keys. */
  swapped(table: StoredTable, rows: readonly number[]): AsyncIterable<Found> {
    const columns = table.columns.map(({ name, isKey }) => `${isKey ? 'before' : 'other'}.${name}`);
    const query = `select ${columns.join()}
      from before left join unnest($1::integer[], $2::integer[]) as s (n, m) using (n)
      join before other on other.n = coalesce(s.m, before.n)`;
    const next = rows.map((n) => n + 1);
    return this.#found({
      table,
      rows: query,
      values: [
        [...rows, ...next],
        [...next, ...rows],
      ],
    });
  }

  /** Only so many events, with streams and head made to fit. */
  shortened(kept: number): AsyncIterable<Found> {
    const [events, streams, head] = ['events', 'streams', 'head'].map((name) =>
      this.table(`log_business.${name}`),
    ) as [StoredTable, StoredTable, StoredTable];
    const latest = `(select coalesce(max(recorded_at), '-infinity') from log_business.events)`;
    const fitted: Readonly<Record<string, string>> = { position: String(kept), recorded_at: latest };
    return this.#found(
      { table: events, rows: `${all(events)} where n <= $1`, values: [kept] },
      {
        table: streams,
        rows: `select distinct on (stream) stream, rev, leaf, recorded_at from log_business.events
               order by stream, rev desc`,
      },
      {
        table: head,
        rows: `select ${head.columns.map(({ name }) => fitted[name] ?? name).join()} from before`,
      },
    );
  }

  untouched(): AsyncIterable<Found> {
    return this.#found();
  }

  /** The ledger is looked at first; whoever needs but to know whether there is something asks no further. */
  async *#found(...laid: readonly Laid[]): AsyncGenerator<Found> {
    const tables = laid.map(({ table }) => table);
    for (const table of this.#disturbed.filter((one) => !tables.includes(one)))
      await this.#lay({ table, rows: all(table) });
    this.#disturbed = tables;
    for (const one of laid) await this.#lay(one);
    yield* checkLedger(this.store, this.copy.operator, this.copy.policy);
    yield* await this.#foundInLog();
  }

  async #foundInLog(): Promise<readonly Found[]> {
    try {
      return (await fsck(this.copy.database.appUrl, BUSINESS, { keep: Infinity })).findings;
    } catch (error) {
      if (error instanceof ForeignLog) return [{ kind: 'another-log', message: error.message }];
      throw error;
    }
  }

  async #lay({ table: { name, aside }, rows, values = [] }: Laid): Promise<void> {
    await this.copy.query(`truncate ${name}`);
    await this.copy.query(`with before as (select * from ${aside}) insert into ${name} ${rows}`, values);
  }
}

const all = ({ columns }: StoredTable): string =>
  `select ${columns.map(({ name }) => name).join()} from before`;
