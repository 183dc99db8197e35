import { insertRows, type Projection, type Sql } from '@liuhen/kernel';
import { matterEvents, matterOfStream, type MatterEvent } from '@liuhen/supervision';
import { versionOf } from '../version-of';
import { evolveRecord, type MatterRecord } from './matter-record';
import { rowsOf, SEEN_TABLES, TABLES } from './matter-rows';
import { recordFrom, type StoredRecord } from './stored-record';

const SCHEMA = `
  create table matter_records (matter text primary key, record jsonb not null);
  create table matters (
    matter text primary key,
    drafted_at timestamptz not null,
    round integer not null,
    shown_round integer,
    told_rounds integer not null,
    issuer_court text not null,
    target_courts text[] not null,
    aimed_at text[] not null,
    people text[] not null,
    over boolean not null,
    shown_over boolean not null,
    next jsonb,
    shown_next jsonb,
    due date,
    shown_due date
  );
  create index on matters (drafted_at desc, matter desc);
  create index on matters (issuer_court, drafted_at desc);
  create index on matters using gin (target_courts);
  create index on matters using gin (people);
  create table matter_rounds (
    matter text not null,
    round integer not null,
    told boolean not null,
    instrument text not null,
    title text not null,
    trigger text not null,
    cause text not null,
    problem text not null,
    deadline date,
    stage text not null,
    shown_stage text not null,
    issuer jsonb not null,
    approver jsonb not null,
    targets jsonb not null,
    target_courts text[] not null,
    number text,
    year integer not null,
    drafted_on date,
    approved_on date,
    issued_on date,
    received_on date,
    replied_on date,
    examined_on date,
    accepted_on date,
    closed_out_on date,
    followed_up_on date,
    archived_on date,
    cancelled_on date,
    demands integer not null,
    answered integer,
    satisfied integer,
    returned integer not null,
    extensions integer not null,
    items integer not null,
    items_done integer not null,
    open_item_days date[] not null,
    escalated_to text,
    escalation_reason text,
    escalation_told boolean not null,
    came_from text,
    came_because text,
    origin_told boolean not null,
    primary key (matter, round)
  );
  create index on matter_rounds (year);
  create table matter_subjects (
    kind text not null,
    name text not null,
    matter text not null,
    round integer not null,
    told boolean not null,
    primary key (kind, name, matter, round)
  );
  create index on matter_subjects (matter);
  create table matter_assignments (
    matter text not null,
    round integer not null,
    figures jsonb not null,
    contacts integer not null,
    contact_days date[] not null,
    suspended text,
    primary key (matter, round)
  );
  create table matter_leads (
    matter text primary key,
    since timestamptz not null,
    handlers text[] not null,
    cases text[] not null,
    courts text[] not null
  );
`;

/** 督导事项: each matter and each of its rounds, as the deciders fold them, with who may know of what. */
export const mattersProjection: Projection<MatterEvent> = {
  name: 'matters',
  version: versionOf(2, matterEvents),
  log: 'business',
  events: matterEvents,
  tables: SEEN_TABLES,
  schema: SCHEMA,

  async apply(db, page) {
    const touched = page.flatMap(({ header }) => matterOfStream(header.stream) ?? []);
    const records = await knownRecords(db, [...new Set(touched)]);
    for (const event of page) {
      const matter = matterOfStream(event.header.stream);
      if (matter === undefined) continue;
      const record = evolveRecord(records.get(matter), event);
      if (record) records.set(matter, record);
    }
    await writeBack(db, records);
  },
};

async function knownRecords(db: Sql, matters: readonly string[]): Promise<Map<string, MatterRecord>> {
  const { rows } = await db.query<{ matter: string; record: StoredRecord }>(
    'select matter, record from matter_records where matter = any($1)',
    [matters],
  );
  return new Map(rows.map(({ matter, record }) => [matter, recordFrom(record)]));
}

/** All that there is of the matters anew: what one page makes of them, many make of them. */
async function writeBack(db: Sql, records: ReadonlyMap<string, MatterRecord>): Promise<void> {
  const rows = [...records].map(([matter, record]) => rowsOf(matter, record));
  for (const table of TABLES) {
    await db.query(`delete from ${table} where matter = any($1)`, [[...records.keys()]]);
    await insertRows(
      db,
      table,
      rows.flatMap((one) => one[table]),
    );
  }
}
