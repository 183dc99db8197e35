import type { CalendarDate, Instant, Sql } from '@liuhen/kernel';
import type { DepartedDuty, DutyReference, WarningReference } from '@liuhen/supervision';
import { instantSql } from '../instant-sql';

/** A warning whose time has come, as far as the read model has been told. */
export type DueWarning = DutyReference & WarningReference;

/** An open duty past its last day. */
export interface OverdueDuty extends DutyReference {
  readonly kind: string;
}

const PAGE_SIZE = 500;

/** The oldest first, page after page, so that none that cannot be raised stands before the others. */
export async function* dueWarnings(db: Sql, now: Instant): AsyncGenerator<DueWarning> {
  let last: DueWarning | undefined;
  do {
    const { rows } = await db.query<DueWarning>(DUE_WARNINGS, [
      now,
      last?.at,
      last?.stream,
      last?.duty,
      last?.step,
      last?.to,
      PAGE_SIZE,
    ]);
    yield* rows;
    last = rows.length < PAGE_SIZE ? undefined : rows.at(-1);
  } while (last);
}

const DUE_WARNINGS = `
  select w.stream, w.duty, w.step, w.recipient as "to", ${instantSql('w.at')} as at, d.case_number as "caseNumber"
    from read.duty_warnings w join read.duties d using (stream, duty)
   where w.at <= $1
     and ($2::timestamptz is null or (w.at, w.stream, w.duty, w.step, w.recipient) > ($2, $3, $4, $5, $6))
   order by w.at, w.stream, w.duty, w.step, w.recipient
   limit $7`;

/** Those of the kinds, the longest overdue first. */
export async function* overdueDuties(
  db: Sql,
  kinds: readonly string[],
  today: CalendarDate,
): AsyncGenerator<OverdueDuty> {
  let last: (OverdueDuty & { readonly due: CalendarDate }) | undefined;
  do {
    const { rows } = await db.query<OverdueDuty & { readonly due: CalendarDate }>(OVERDUE_DUTIES, [
      kinds,
      today,
      last?.due,
      last?.stream,
      last?.duty,
      PAGE_SIZE,
    ]);
    yield* rows;
    last = rows.length < PAGE_SIZE ? undefined : rows.at(-1);
  } while (last);
}

const OVERDUE_DUTIES = `
  select stream, duty, kind, due::text, case_number as "caseNumber"
    from read.duties
   where status = 'open' and kind = any($1) and due < $2
     and ($3::date is null or (due, stream, duty) > ($3, $4, $5))
   order by due, stream, duty
   limit $6`;

/** An open duty that somebody holds by name. */
export interface PersonalDuty extends DepartedDuty {
  readonly kind: string;
}

/** Those of the kinds, in the order of their streams: whether they are still in the post is for who asks to say. */
export async function* personalDuties(db: Sql, kinds: readonly string[]): AsyncGenerator<PersonalDuty> {
  let last: PersonalDuty | undefined;
  do {
    const { rows } = await db.query<PersonalDuty>(PERSONAL_DUTIES, [
      kinds,
      last?.stream,
      last?.duty,
      PAGE_SIZE,
    ]);
    yield* rows;
    last = rows.length < PAGE_SIZE ? undefined : rows.at(-1);
  } while (last);
}

const PERSONAL_DUTIES = `
  select d.stream, d.duty, d.kind, d.case_number as "caseNumber", h.post, h.person
    from read.duties d join read.duty_holders h using (stream, duty)
   where d.status = 'open' and d.kind = any($1) and h.held_until is null and h.person is not null
     and ($2::text is null or (d.stream, d.duty) > ($2, $3))
   order by d.stream, d.duty
   limit $4`;
