import { instantSql } from '../instant-sql';
import type { MatterCondition, MatterFilter, MatterSide } from './matter-filter';
import { CURRENT_ROUNDS, ROUNDS, SEEN, STANDING } from './sight-sql';

const STAGE = 'case when s.within then r.stage else r.shown_stage end';
const OPEN = '(r.round = k.round and not k.over)';
const LATE = `(${OPEN} and k.due < $5::date)`;

const IS: Readonly<Record<MatterCondition, string>> = {
  all: 'true',
  open: OPEN,
  late: LATE,
  over: `not ${OPEN}`,
};

const ON_SIDE: Readonly<Record<MatterSide, string>> = {
  issued: 'm.issuer_court = any($1)',
  received: 'm.target_courts && $1',
};

/** Whether the matter is about this, as far as the reader may know of it. */
function isAbout(subject: string): string {
  const subjects = `select x.matter from read.matter_subjects x where ${subject}`;
  return `m.matter in (${subjects}) and (s.within or exists (${subjects} and x.told and x.matter = m.matter))`;
}

/** Takes a value into the statement, and gives the parameter that stands for it. */
export type Bind = (value: unknown) => string;

/** A filter, with what its words stand for today. */
export interface ResolvedFilter extends Omit<MatterFilter, 'court' | 'case'> {
  readonly case?: string | undefined;
  /** All codes of the court. */
  readonly courts?: readonly string[] | undefined;
  /** The posts that the person alone holds. */
  readonly soleHoldings: readonly string[];
}

/** What a reader may see ($1 to $4) on the day $5 of what is asked for. Only what is asked for is in the statement. */
export function matchesSql(filter: ResolvedFilter, bind: Bind): string {
  const { courts, side, instrument, stage, condition = 'all', dueTo, trigger, year } = filter;
  const { post, person, soleHoldings, case: caseId } = filter;
  const conditions = [
    SEEN,
    IS[condition],
    side && ON_SIDE[side],
    courts && isAbout(`x.kind = 'court' and x.name = any(${bind(courts)})`),
    instrument && `r.instrument = ${bind(instrument)}`,
    stage && `${STAGE} = ${bind(stage)}`,
    dueTo && `${OPEN} and k.due <= ${bind(dueTo)}`,
    post && isAbout(`x.kind = 'post' and x.name = ${bind(post)}`),
    person && isAbout(`(${isPersonSql(person, soleHoldings, bind)})`),
    caseId && isAbout(`x.kind = 'case' and x.name = ${bind(caseId)}`),
    trigger && `r.trigger = ${bind(trigger)}`,
    year && `r.year = ${bind(year)}`,
  ];
  return conditions.filter(Boolean).join(' and ');
}

const isPersonSql = (person: string, soleHoldings: readonly string[], bind: Bind): string =>
  `x.kind = 'person' and x.name = ${bind(person)} or x.kind = 'post' and x.name = any(${bind(soleHoldings)})`;

/** A day of the issuing side's own. */
const own = (column: string): string => `case when s.within then ${column} end`;

const lateDays = (column: string): string =>
  `(select count(*)::int from unnest(${column}) as one(day) where one.day < $5::date)`;

const COLUMNS = `
  m.matter, ${instantSql('m.drafted_at')} as "draftedAt", r.round, s.within, r.instrument, r.title, r.trigger, r.cause,
  r.problem, r.deadline::text, ${STAGE} as stage, not ${OPEN} as over, case when ${OPEN} then k.next end as next,
  r.issuer, ${own('r.approver')} as approver, r.targets, r.number, ${own('r.drafted_on::text')} as "draftedOn",
  r.issued_on::text as "issuedOn", r.received_on::text as "receivedOn", r.replied_on::text as "repliedOn",
  r.accepted_on::text as "acceptedOn", r.closed_out_on::text as "closedOutOn",
  r.followed_up_on::text as "followedUpOn", ${own('r.archived_on::text')} as "archivedOn",
  r.cancelled_on::text as "cancelledOn", r.demands, r.answered, r.satisfied, r.returned, r.extensions, r.items,
  r.items_done as "itemsDone", ${lateDays('r.open_item_days')} as "itemsLate",
  case when s.within or r.escalation_told then r.escalated_to end as "escalatedTo",
  case when s.within or r.escalation_told then r.escalation_reason end as "escalationReason",
  case when s.within or r.origin_told then r.came_from end as "cameFrom",
  case when s.within or r.origin_told then r.came_because end as "cameBecause"`;

const ORDER = 'order by m.drafted_at desc, m.matter desc';

export const listSql = (matches: string, limit: string): string =>
  `select ${COLUMNS} ${CURRENT_ROUNDS} where ${matches} ${ORDER} limit ${limit}`;

/** Those that went on from one instrument to another, or are to. */
export const chainsSql = (matches: string, limit: string): string => `
  select ${COLUMNS} ${CURRENT_ROUNDS}
   where ${matches} and case when s.within then m.round > 1 or r.stage = 'escalated' else m.told_rounds > 1 end
  ${ORDER} limit ${limit}`;

export const assignmentsSql = (matches: string, limit: string): string => `
  select ${COLUMNS}, a.figures, a.contacts, ${lateDays('a.contact_days')} as "contactsLate", a.suspended
  ${CURRENT_ROUNDS} join read.matter_assignments a on a.matter = r.matter and a.round = r.round
   where ${matches} ${ORDER} limit ${limit}`;

/** After the matter that was begun then. */
export const afterSql = (draftedAt: string, matter: string): string =>
  `(m.drafted_at, m.matter) < (${draftedAt}::timestamptz, ${matter})`;

/** Every round of the matters $6 that the reader may know of, in order. */
export const ROUNDS_OF = `
  select ${COLUMNS} ${ROUNDS} where ${SEEN} and m.matter = any($6) order by m.matter, r.round`;

/** The matters that are about one of the names $7 of the kind $6, after the one in $8 and $9; $10 at most. */
export const ABOUT = `
  select m.matter, ${instantSql('m.drafted_at')} as "draftedAt" ${STANDING}
   where ${SEEN} and $5::date is not null and ${isAbout('x.kind = $6 and x.name = any($7)')}
     and ($8::timestamptz is null or (m.drafted_at, m.matter) > ($8, $9))
   order by m.drafted_at, m.matter limit $10`;

/** Every round, in the order of their letters. */
export const registerSql = (matches: string): string => `
  select ${COLUMNS} ${ROUNDS} where ${matches}
   order by coalesce(r.issued_on, r.drafted_on), r.number nulls last, m.matter, r.round`;

/** By court aimed at, of which the others know their own alone; instrument and stage. */
export const summarySql = (matches: string): string => `
  select c.court, r.instrument, ${STAGE} as stage, count(*)::int as rounds,
         (count(*) filter (where ${OPEN}))::int as open, (count(*) filter (where ${LATE}))::int as overdue,
         sum(r.demands)::int as demands, coalesce(sum(r.answered), 0)::int as answered,
         sum(r.returned)::int as returned, sum(r.items)::int as items, sum(r.items_done)::int as "itemsDone"
  ${ROUNDS} cross join lateral unnest(r.target_courts) as c(court)
   where ${matches} and (s.within or c.court = any($1))
   group by 1, 2, 3 order by 1, 2, 3`;
