import type { EventStore } from '@liuhen/event-store';
import type { LogName, Position, Sql, StoredEvent } from '@liuhen/kernel';

/** Where a log's events stand in its tree. */
export interface Numbering {
  /** Index of the event's leaf; `undefined` if there is no such event. */
  leafOf(event: string): Promise<number | undefined>;
  /** Indexes of the leaves of stored events, in their order; `undefined` for those that are not numbered yet. */
  leavesOf(events: readonly StoredEvent[]): Promise<readonly (number | undefined)[]>;
  /** The store's place of a leaf; `undefined` before the first and where the tree does not reach. */
  positionOf(leaf: number): Promise<Position | undefined>;
  /** Notes the leaves from `first` on, in the transaction that integrates them. */
  note(db: Sql, first: number, events: readonly StoredEvent[]): Promise<void>;
}

/** As the engine has it. */
export const numberingOf = (db: Sql, store: EventStore): Numbering =>
  store.capabilities.densePositions ? numberedByStore(db, store) : numberedByTable(db, store);

/** PostgreSQL's positions, `business:42`, count from 1 without holes. */
const numberedByStore = (db: Sql, store: EventStore, name = store.identity.name): Numbering => ({
  leafOf: async (event) => {
    const { rows } = await db.query<{ readonly position: string }>(
      `select position from log_${name}.events where id = $1`,
      [event],
    );
    return rows[0] && Number(rows[0].position) - 1;
  },
  leavesOf: (events) => Promise.resolve(events.map(({ position }) => Number(position.split(':')[1]) - 1)),
  positionOf: (leaf) =>
    Promise.resolve(leaf < 0 ? undefined : store.parsePosition(`${name}:${String(leaf + 1)}`)),
  note: () => Promise.resolve(),
});

/** EventStoreDB's are sparse: the notary numbers the events as they come. */
const numberedByTable = (db: Sql, store: EventStore, name = store.identity.name): Numbering => ({
  leafOf: async (event) => {
    const { rows } = await db.query<{ readonly leaf: string }>(
      'select leaf from ledger.numbering where log = $1 and event = $2',
      [name, event],
    );
    return rows[0] && Number(rows[0].leaf);
  },
  leavesOf: async (events) => {
    const { rows } = await db.query<{ readonly leaf: string | null }>(
      `select n.leaf from unnest($2::uuid[]) with ordinality as e (id, place)
       left join ledger.numbering n on n.log = $1 and n.event = e.id order by e.place`,
      [name, events.map(({ header }) => header.id)],
    );
    return rows.map(({ leaf }) => (leaf === null ? undefined : Number(leaf)));
  },
  positionOf: async (leaf) => {
    const { rows } = await db.query<{ readonly position: string }>(
      'select position from ledger.numbering where log = $1 and leaf = $2',
      [name, leaf],
    );
    return rows[0] && store.parsePosition(rows[0].position);
  },
  note: (into, first, events) => noteInTable(into, name, first, events),
});

async function noteInTable(
  db: Sql,
  log: LogName,
  first: number,
  events: readonly StoredEvent[],
): Promise<void> {
  await db.query(
    `insert into ledger.numbering (log, leaf, position, event)
     select $1, $2 + e.n - 1, e.position, e.id
     from unnest($3::text[], $4::uuid[]) with ordinality as e (position, id, n)`,
    [log, first, events.map(({ position }) => position), events.map(({ header }) => header.id)],
  );
}
