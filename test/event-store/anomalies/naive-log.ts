import type { ClientBase } from 'pg';

/**
 * A log as published designs keep it: a sequence numbers the events when they are inserted, and each bears the id of
 * its writer's transaction. Its readers are negative controls: they must fail where the log of the product holds.
 */
export const NAIVE_LOG = `create table public.naive_events (
  seq bigint generated always as identity primary key,
  xid xid8 not null default pg_current_xact_id(),
  label text not null)`;

export const insertion = (label: string): string =>
  `insert into public.naive_events (label) values ('${label}')`;

/** No transaction of the whole server that writes is older. */
const SETTLED = 'e.xid < pg_snapshot_xmin(pg_current_snapshot())';

/** What is new to a reader who has come as far as `c`, and in which order. */
const DESIGNS = {
  /** A poller by number: JasperFx/marten#1629, commanded/eventstore#3, PaulGrimshaw/dcb-event-store#89. */
  sequence: { isNew: 'e.seq > c.seq', order: 'e.seq' },
  /** The same that waits for older transactions, as proposed in commanded/eventstore#3. */
  'sequence-if-settled': { isNew: `e.seq > c.seq and ${SETTLED}`, order: 'e.seq' },
  /** A checkpoint made of transaction id and number: event-driven-io/emmett#336. */
  transaction: { isNew: `(e.xid, e.seq) > (c.xid, c.seq) and ${SETTLED}`, order: 'e.xid, e.seq' },
};

/** Reads what is new, and then never looks back. */
export class NaiveReader {
  readonly seen: string[] = [];
  private place = { seq: '0', xid: '0' };

  constructor(
    private readonly client: ClientBase,
    private readonly design: keyof typeof DESIGNS,
  ) {}

  /** @returns the labels of all that it was given so far. */
  async read(): Promise<readonly string[]> {
    const { isNew, order } = DESIGNS[this.design];
    const { rows } = await this.client.query<{ seq: string; xid: string; label: string }>(
      `select e.seq, e.xid::text, e.label
       from public.naive_events e cross join (select $1::bigint as seq, $2::xid8 as xid) c
       where ${isNew} order by ${order}`,
      [this.place.seq, this.place.xid],
    );
    this.seen.push(...rows.map(({ label }) => label));
    this.place = rows.at(-1) ?? this.place;
    return this.seen;
  }

  /** Reads until it was given so many: tests that run beside this one have transactions too. */
  async readUntil(count: number): Promise<readonly string[]> {
    while ((await this.read()).length < count);
    return this.seen;
  }
}
