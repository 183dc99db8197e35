import {
  insertRows,
  updateRows,
  type Message,
  type Projection,
  type Recorded,
  type Sql,
} from '@liuhen/kernel';
import { dutyWarningEvents, type DutyRulebook } from '@liuhen/supervision';
import { versionOf } from '../version-of';
import { DutyPage, touchedDuties, type KnownDuty } from './duty-page';
import type { DutyKey } from './duty-rows';

/**
 * 责任台账: the duties of all acts, who held them, and the warnings that are still to be raised and that were.
 *
 * @param rulebook of all acts.
 */
export function dutiesProjection(rulebook: DutyRulebook): Projection {
  const events = { ...rulebook.events, ...dutyWarningEvents };
  return {
    name: 'duties',
    version: versionOf(1, events),
    log: 'business',
    events,
    tables: ['duties', 'duty_holders', 'duty_warnings', 'raised_warnings'],
    schema: SCHEMA,
    apply: (db, page) => apply(rulebook, db, page),
  };
}

const SCHEMA = `
  create table duties (
    stream text not null,
    duty text not null,
    case_id text,
    case_number text,
    case_court text not null,
    secrecy text not null,
    kind text not null,
    due date not null,
    provisional boolean not null,
    basis jsonb not null,
    opened_at timestamptz not null,
    opened_event text not null,
    opened_rev integer not null,
    opened_by text not null,
    status text not null,
    closed_at timestamptz,
    closed_on date,
    closed_event text,
    closed_rev integer,
    closed_by text,
    waiver text,
    primary key (stream, duty)
  );
  create index on duties (case_id) where case_id is not null;
  create index on duties (opened_by, due, stream, duty) where status = 'open';
  create index on duties (kind, due) where status = 'open';
  create table duty_holders (
    stream text not null,
    duty text not null,
    place integer not null,
    court text not null,
    division text,
    post text not null,
    person text,
    party text not null,
    due date not null,
    held_from timestamptz not null,
    held_event text not null,
    held_until timestamptz,
    succeeded_at timestamptz,
    primary key (stream, duty, place)
  );
  create index on duty_holders (post, coalesce(person, ''), due, stream, duty) where held_until is null;
  create index on duty_holders (court, due, stream, duty) where held_until is null;
  create index on duty_holders (due, stream, duty) where held_until is null;
  create index on duty_holders (court, due, stream, duty) where succeeded_at is null;
  create table duty_warnings (
    stream text not null,
    duty text not null,
    step text not null,
    recipient text not null,
    at timestamptz not null,
    primary key (stream, duty, step, recipient, at)
  );
  create index on duty_warnings (at, stream, duty);
  create table raised_warnings (
    stream text not null,
    duty text not null,
    step text not null,
    recipient text not null,
    at timestamptz not null,
    raised_at timestamptz not null,
    event text not null,
    addressee jsonb not null,
    primary key (stream, duty, step, recipient, at)
  );
`;

async function apply(rulebook: DutyRulebook, db: Sql, events: readonly Recorded<Message>[]): Promise<void> {
  const page = new DutyPage(await knownDuties(db, touchedDuties(rulebook, events)));
  for (const event of events) page.add(rulebook, event);
  await insertRows(db, 'duties', page.opened);
  await updateRows(db, 'duties', ['stream', 'duty'], page.closed);
  await insertRows(db, 'duty_holders', page.holders);
  await updateRows(db, 'duty_holders', ['stream', 'duty', 'place'], page.ends);
  await insertRows(db, 'duty_warnings', page.warnings);
  await insertMissing(db, 'raised_warnings', page.raised);
  await dropSettledWarnings(db, [...page.closed, ...page.raised]);
}

async function knownDuties(db: Sql, keys: readonly DutyKey[]): Promise<readonly KnownDuty[]> {
  if (keys.length === 0) return [];
  const { rows } = await db.query<KnownDuty>(
    `select stream, duty, status, due::text,
            (select max(place) from duty_holders where (stream, duty) = (duties.stream, duties.duty)) as place
       from duties join ${KEYS} using (stream, duty)`,
    columnsOf(keys),
  );
  return rows;
}

/** A warning is raised once; should an earlier release have done it twice, the first one counts. */
async function insertMissing(db: Sql, table: string, rows: readonly object[]): Promise<void> {
  if (rows.length === 0) return;
  await db.query(
    `insert into ${table} select * from json_populate_recordset(null::${table}, $1) on conflict do nothing`,
    [JSON.stringify(rows)],
  );
}

/** Warnings that were raised, and those of duties that are closed, are no longer waited for. */
async function dropSettledWarnings(db: Sql, keys: readonly DutyKey[]): Promise<void> {
  if (keys.length === 0) return;
  await db.query(
    `delete from duty_warnings as warning
      using ${KEYS} join duties using (stream, duty)
      where (warning.stream, warning.duty) = (touched.stream, touched.duty)
        and (duties.status <> 'open'
             or exists (select from raised_warnings as raised
                         where (raised.stream, raised.duty, raised.step, raised.recipient, raised.at)
                             = (warning.stream, warning.duty, warning.step, warning.recipient, warning.at)))`,
    columnsOf(keys),
  );
}

const KEYS = 'unnest($1::text[], $2::text[]) as touched(stream, duty)';

const columnsOf = (keys: readonly DutyKey[]) => [
  keys.map(({ stream }) => stream),
  keys.map(({ duty }) => duty),
];
