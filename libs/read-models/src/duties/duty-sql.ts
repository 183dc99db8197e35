import type {
  Basis,
  CalendarDate,
  DutyStatus,
  Instant,
  Party,
  Waiver,
  WarningRecipient,
  WarningStep,
} from '@liuhen/kernel';
import { matterStream, type MatterId } from '@liuhen/supervision';
import { instantSql } from '../instant-sql';
import type { DutyCondition } from './duty-filter';
import type { DueDay } from './duty-rows';

/** A duty as the database gives it, as known before the moment `$1`. */
export interface FoundDuty {
  readonly stream: string;
  readonly duty: string;
  readonly caseId: string | null;
  readonly caseNumber: string | null;
  readonly matter: MatterId | null;
  readonly matterTitle: string | null;
  readonly kind: string;
  readonly court: string;
  readonly division: string | null;
  readonly post: string;
  readonly person: string | null;
  readonly party: Party;
  readonly due: DueDay;
  readonly provisional: boolean;
  readonly basis: readonly Basis[];
  readonly openedAt: Instant;
  readonly openedEvent: string;
  readonly heldFrom: Instant;
  readonly heldEvent: string;
  readonly status: DutyStatus;
  readonly waiver: Waiver | null;
  readonly closedAt: Instant | null;
  readonly closedOn: CalendarDate | null;
  readonly closedEvent: string | null;
  readonly warnings: readonly FoundWarning[];
}

interface FoundWarning {
  readonly step: WarningStep;
  readonly to: WarningRecipient;
  readonly at: Instant;
  readonly raisedAt: Instant;
  readonly event: string;
}

/** Stands for `$1` in questions about now: everything is known before it. */
export const NOW = 'infinity';

/** It had been closed by then. */
const CLOSED = 'coalesce(d.closed_at < $1, false)';
const DISCHARGED = `${CLOSED} and d.status = 'discharged'`;
const WAIVED = `${CLOSED} and d.status = 'waived'`;
/** Past its last day: on the day it was closed, or else on `$2`. */
const LATE = `case when ${CLOSED} then d.closed_on else $2 end > h.due`;

const IS: Readonly<Record<DutyCondition, string>> = {
  all: 'true',
  open: `not ${CLOSED}`,
  late: `not ${CLOSED} and ${LATE}`,
  discharged: DISCHARGED,
  dischargedLate: `${DISCHARGED} and ${LATE}`,
  waived: WAIVED,
};

const WARNINGS = `
  (select coalesce(jsonb_agg(jsonb_build_object('step', w.step, 'to', w.recipient, 'at', ${instantSql('w.at')},
             'raisedAt', ${instantSql('w.raised_at')}, 'event', w.event) order by w.raised_at, w.at), '[]')
     from read.raised_warnings w
    where (w.stream, w.duty) = (h.stream, h.duty) and w.raised_at < $1)`;

/** The matter whose stream it is; null for other streams. */
const MATTER = `case when starts_with(d.stream, '${matterStream('')}') then substr(d.stream, ${String(matterStream('').length + 1)}) end`;

/** As its latest letter has it, or else its latest draft, which nobody knows of who does not know of the matter. */
const MATTER_TITLE = `
  (select r.title from read.matter_rounds r where r.matter = ${MATTER} order by r.told desc, r.round desc limit 1)`;

const COLUMNS = `
  h.stream, h.duty, d.case_id as "caseId", d.case_number as "caseNumber", ${MATTER} as matter,
  ${MATTER_TITLE} as "matterTitle", d.kind, h.court, h.division, h.post,
  h.person, h.party, h.due::text as due, d.provisional, d.basis, ${instantSql('d.opened_at')} as "openedAt",
  d.opened_event as "openedEvent", ${instantSql('h.held_from')} as "heldFrom", h.held_event as "heldEvent",
  case when ${CLOSED} then d.status else 'open' end as status, case when ${CLOSED} then d.waiver end as waiver,
  case when ${CLOSED} then ${instantSql('d.closed_at')} end as "closedAt",
  case when ${CLOSED} then d.closed_on::text end as "closedOn",
  case when ${CLOSED} then d.closed_event end as "closedEvent", ${WARNINGS} as warnings`;

const FROM = 'from read.duty_holders h join read.duties d using (stream, duty)';
const ORDER = 'order by h.due, h.stream, h.duty';

/** One holder a duty: the one of then, or the last before it was closed. Each wording has an index of its own. */
function heldSql(condition: DutyCondition, past: boolean): string {
  if (past) return 'h.held_from < $1 and (h.succeeded_at is null or h.succeeded_at >= $1)';
  const isOpen = condition === 'open' || condition === 'late';
  return isOpen ? 'h.held_until is null' : 'h.succeeded_at is null';
}

/** The holders in `$n` (posts) and `$n+1` (persons, '' where the post alone says who). */
const heldByOneOf = (posts: string, persons: string): string =>
  `(h.post, coalesce(h.person, '')) in (select * from unnest(${posts}::text[], ${persons}::text[]))`;

/** Whether it is a duty in a matter that the reader's own court ($21) aims at the reader ($22). */
const IS_AIMED = `exists (
  select from read.matters m
   where m.matter = ${MATTER} and m.issuer_court = any($21) and m.aimed_at && $22)`;

/**
 * What a reader may see. Who oversees ($4): of cases, the duties of the courts in $3 and those on their cases; of anything
 * else, those that their own court ($21) holds or opened, unless it aims at them. Others: what was opened in the open
 * on these cases. Everybody: what they owe ($5, $6) and what they ($7) wait for.
 */
const SEEN = `(
  $4 and d.case_id is not null and (h.court = any($3) or d.case_court = any($3))
  or $4 and d.case_id is null and (h.court = any($21) or d.case_court = any($21)) and not ${IS_AIMED}
  or d.secrecy = 'open' and d.case_id is not null and d.case_court = any($3)
  or ${heldByOneOf('$5', '$6')}
  or d.opened_by = $7)`;

/** What a reader may see ($3 to $7, $21, $22) of what was asked for ($8 to $20). */
const matchesSql = (condition: DutyCondition, past: boolean): string => `
  ${heldSql(condition, past)} and d.opened_at < $1 and $2::date is not null and ${IS[condition]}
  and ${SEEN}
  and ($8::text is null or h.party = $8)
  and ($9::text is null or h.court = $9)
  and ($10::text is null or h.division = $10)
  and ($11::text is null or h.post = $11)
  and ($12::text is null or h.person = $12 or ${heldByOneOf('$13', '$14')})
  and ($15::text is null or d.case_id = $15)
  and ($16::text is null or d.kind = $16)
  and ($17::timestamptz is null or d.opened_at >= $17)
  and ($18::timestamptz is null or d.opened_at < $18)
  and ($19::date is null or h.due >= $19)
  and ($20::date is null or h.due <= $20)`;

/** A page after the duty in $23 to $25, of $26 at most. */
export const listSql = (condition: DutyCondition, past: boolean): string => `
  select ${COLUMNS} ${FROM}
   where ${matchesSql(condition, past)}
     and ($23::date is null or (h.due, h.stream, h.duty) > ($23, $24, $25))
  ${ORDER} limit $26`;

const count = (condition: DutyCondition): string =>
  `(count(*) filter (where ${IS[condition]}))::int as "${condition}"`;

const COUNTS = `count(*)::int as opened, ${(
  ['open', 'late', 'discharged', 'dischargedLate', 'waived'] as const
)
  .map(count)
  .join(', ')}`;

export const summarySql = (past: boolean): string => `
  select h.party, ${COUNTS} ${FROM} where ${matchesSql('all', past)} group by h.party`;

const OWED_BY = `h.held_until is null and ${heldByOneOf('$2', '$3')}`;

/** What the holders in $2 and $3 owe, $4 at most. */
export const OWED_BY_HOLDERS = `select ${COLUMNS} ${FROM} where ${OWED_BY} ${ORDER} limit $4`;

/** What was opened by the person $2 and is owed by others than the holders in $3 and $4; $5 at most. */
export const OWED_TO_PERSON = `
  select ${COLUMNS} ${FROM}
   where h.held_until is null and d.status = 'open' and d.opened_by = $2 and not ${heldByOneOf('$3', '$4')}
  order by d.due, d.stream, d.duty limit $5`;

/** How many the holders in $2 and $3 owe on the day $1, and how many of them late. */
export const COUNT_OWED = `
  select count(*)::int as open, (count(*) filter (where h.due < $1::date))::int as late
    from read.duty_holders h where ${OWED_BY}`;
