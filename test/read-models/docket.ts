import type { EventStore } from '@liuhen/event-store';
import { requestFor, sealedChain } from '@liuhen/event-store/testing';
import type { EventHeader, JsonObject, Message, Position, Projection } from '@liuhen/kernel';

type Filed = Message<'CaseFiled', { readonly title: string }>;
type Closed = Message<'CaseClosed'>;
export type DocketEvent = Filed | Closed;

/**
 * A docket of cases and, by court, how many were filed by how many events. An event applied twice either breaks a key or
 * shows in the counts.
 */
export const docket: Projection<DocketEvent> = {
  name: 'docket',
  version: 1,
  log: 'business',
  events: { CaseFiled: { schema: 1 }, CaseClosed: { schema: 1 } },
  schema: `
    create table docket_cases (stream text primary key, title text not null, closed boolean not null default false);
    create table docket_counts (court text primary key, filed integer not null, events integer not null)`,
  tables: ['docket_cases', 'docket_counts'],
  async apply(db, page) {
    for (const event of page) {
      const { stream, court } = event.header;
      if (event.type === 'CaseFiled')
        await db.query('insert into docket_cases (stream, title) values ($1, $2)', [
          stream,
          event.data.title,
        ]);
      else await db.query('update docket_cases set closed = true where stream = $1', [stream]);
      await db.query(
        `insert into docket_counts as c values ($1, $2, 1)
         on conflict (court) do update set filed = c.filed + $2, events = c.events + 1`,
        [court, event.type === 'CaseFiled' ? 1 : 0],
      );
    }
  },
};

/** The docket with the court at each case instead of the counts. */
export const docketV2: Projection<DocketEvent> = {
  ...docket,
  version: 2,
  schema: `create table docket_cases (stream text primary key, court text not null, title text not null, closed date)`,
  tables: ['docket_cases'],
  async apply(db, page) {
    for (const { type, data, header } of page) {
      if (type === 'CaseFiled')
        await db.query('insert into docket_cases values ($1, $2, $3)', [
          header.stream,
          header.court,
          data.title,
        ]);
      else
        await db.query('update docket_cases set closed = $2 where stream = $1', [
          header.stream,
          header.recordedAt,
        ]);
    }
  },
};

/** A second read model of the same log, with other events than the docket's alone. */
export const titles: Projection<Filed> = {
  name: 'titles',
  version: 1,
  log: 'business',
  events: { CaseFiled: { schema: 1 } },
  schema:
    'create table title_list (number integer generated always as identity primary key, title text not null)',
  tables: ['title_list'],
  async apply(db, page) {
    const found = page.map(({ data }) => data.title);
    await db.query('insert into title_list (title) select unnest($1::text[])', [found]);
  },
};

/** Appends one event to a stream, whatever is there, and gives its position. */
export async function record(
  store: EventStore,
  stream: string,
  type: string,
  data: JsonObject = {},
  header: Partial<EventHeader> = {},
): Promise<Position> {
  const after = (await store.readStream(stream)).at(-1);
  const court = `黔010${String(stream.length % 3)}`;
  const events = sealedChain(1, { stream, after, data, header: { type, court, ...header } });
  return (await store.append(requestFor(events))).position;
}

/** Files cases `from` … `to` − 1 and closes every third of them. @returns the last position */
export async function recordCases(
  store: EventStore,
  from: number,
  to: number,
): Promise<Position | undefined> {
  let position: Position | undefined;
  for (let number = from; number < to; number++) {
    const stream = `case-${String(number)}`;
    position = await record(store, stream, 'CaseFiled', { title: `案件${String(number)}` });
    if (number % 3 === 0) position = await record(store, stream, 'CaseClosed');
  }
  return position;
}
