import type { CalendarDate, Instant, Sql } from '@liuhen/kernel';
import type { DepartedDuty, DutyReference, WarningReference } from '@liuhen/supervision';
import { instantSql } from '../instant-sql';

/** A warning whose time has come, as far as the read model has been told. */
export type DueWarning = DutyReference & WarningReference;

/** An open duty past its last day. */
export interface OverdueDuty extends DutyReference {
  readonly kind: string;
}

/** An open duty that somebody holds by name. */
export interface PersonalDuty extends DepartedDuty {
  readonly kind: string;
  /** Id of the event by which they hold it. */
  readonly charge: string;
}

const PAGE_SIZE = 500;

/**
 * All rows that a query finds, page after page.
 *
 * @param query takes, after its own values, where the last page ended, and at last how many rows a page has
 * @param place of a row, by which the query goes on; of no row for the first page
 */
async function* pages<Row extends object>(
  db: Sql,
  query: string,
  values: readonly unknown[],
  place: (last: Row | undefined) => readonly unknown[],
): AsyncGenerator<Row> {
  let last: Row | undefined;
  do {
    const { rows } = await db.query<Row>(query, [...values, ...place(last), PAGE_SIZE]);
    yield* rows;
    last = rows.length < PAGE_SIZE ? undefined : rows.at(-1);
  } while (last);
}

/** The oldest first, so that none that cannot be raised stands before the others. */
export const dueWarnings = (db: Sql, now: Instant): AsyncGenerator<DueWarning> =>
  pages<DueWarning>(db, DUE_WARNINGS, [now], (last) => [
    last?.at,
    last?.stream,
    last?.duty,
    last?.step,
    last?.to,
  ]);

const DUE_WARNINGS = `
  select w.stream, w.duty, w.step, w.recipient as "to", ${instantSql('w.at')} as at, d.case_number as "caseNumber"
    from read.duty_warnings w join read.duties d using (stream, duty)
   where w.at <= $1
     and ($2::timestamptz is null or (w.at, w.stream, w.duty, w.step, w.recipient) > ($2, $3, $4, $5, $6))
   order by w.at, w.stream, w.duty, w.step, w.recipient
   limit $7`;

/** Those of the kinds, the longest overdue first. */
export const overdueDuties = (
  db: Sql,
  kinds: readonly string[],
  today: CalendarDate,
): AsyncGenerator<OverdueDuty> =>
  pages<OverdueDuty & { readonly due: CalendarDate }>(db, OVERDUE_DUTIES, [kinds, today], (last) => [
    last?.due,
    last?.stream,
    last?.duty,
  ]);

const OVERDUE_DUTIES = `
  select stream, duty, kind, due::text, case_number as "caseNumber"
    from read.duties
   where status = 'open' and kind = any($1) and due < $2
     and ($3::date is null or (due, stream, duty) > ($3, $4, $5))
   order by due, stream, duty
   limit $6`;

/** Those of the kinds, in the order of their streams: whether they are still in the post is for who asks to say. */
export const personalDuties = (db: Sql, kinds: readonly string[]): AsyncGenerator<PersonalDuty> =>
  pages<PersonalDuty>(db, PERSONAL_DUTIES, [kinds], (last) => [last?.stream, last?.duty]);

const PERSONAL_DUTIES = `
  select d.stream, d.duty, d.kind, d.case_number as "caseNumber", h.post, h.person, h.held_event as charge
    from read.duties d join read.duty_holders h using (stream, duty)
   where d.status = 'open' and d.kind = any($1) and h.held_until is null and h.person is not null
     and ($2::text is null or (d.stream, d.duty) > ($2, $3))
   order by d.stream, d.duty
   limit $4`;
