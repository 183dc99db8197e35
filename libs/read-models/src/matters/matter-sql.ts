import { instantSql } from '../instant-sql';
import type { MatterCondition, MatterFilter, MatterSide } from './matter-filter';
import { knownSql, SEEN } from './sight-sql';

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
const isAbout = (subject: string): string =>
  `exists (select from read.matter_subjects x where x.matter = m.matter and (s.within or x.told) and ${subject})`;

/** What a reader may see of what was asked for ($6 to $15), on the day $5. */
const matchesSql = ({ condition = 'all', side }: Pick<MatterFilter, 'condition' | 'side'>): string => `
  ${SEEN} and ${IS[condition]} and ${side ? ON_SIDE[side] : 'true'}
  and ($6::text[] is null or ${isAbout(`x.kind = 'court' and x.name = any($6)`)})
  and ($7::text is null or r.instrument = $7)
  and ($8::text is null or ${STAGE} = $8)
  and ($9::date is null or ${OPEN} and k.due <= $9)
  and ($10::text is null or ${isAbout(`x.kind = 'post' and x.name = $10`)})
  and ($11::text is null
       or ${isAbout(`(x.kind = 'person' and x.name = $11 or x.kind = 'post' and x.name = any($12))`)})
  and ($13::text is null or ${isAbout(`x.kind = 'case' and x.name = $13`)})
  and ($14::text is null or r.trigger = $14)
  and ($15::integer is null or r.year = $15)`;

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

type Kind = Pick<MatterFilter, 'condition' | 'side'>;

/** The latest begun first, after the matter in $16 and $17; $18 at most. */
const PAGE = `
     and ($16::timestamptz is null or (m.drafted_at, m.matter) < ($16, $17))
   order by m.drafted_at desc, m.matter desc limit $18`;

export const listSql = (kind: Kind): string =>
  `select ${COLUMNS} ${knownSql('current')} where ${matchesSql(kind)} ${PAGE}`;

/** Those that went on from one instrument to another, or are to. */
export const chainsSql = (kind: Kind): string => `
  select ${COLUMNS} ${knownSql('current')}
   where ${matchesSql(kind)} and (case when s.within then m.round > 1 or r.stage = 'escalated' else m.told_rounds > 1 end)
  ${PAGE}`;

/** Every round of the matters $6 that the reader may know of, in order. */
export const ROUNDS_OF = `
  select ${COLUMNS} ${knownSql('every')} where ${SEEN} and m.matter = any($6) order by m.matter, r.round`;

export const assignmentsSql = (kind: Kind): string => `
  select ${COLUMNS}, a.figures, a.contacts, ${lateDays('a.contact_days')} as "contactsLate", a.suspended
  ${knownSql('current')} join read.matter_assignments a on a.matter = r.matter and a.round = r.round
   where ${matchesSql(kind)} ${PAGE}`;

/** Every round, in the order of their letters. */
export const registerSql = (kind: Kind): string => `
  select ${COLUMNS} ${knownSql('every')} where ${matchesSql(kind)}
   order by coalesce(r.issued_on, r.drafted_on), r.number nulls last, m.matter, r.round`;

/** By court aimed at, of which the others know their own alone; instrument and stage. */
export const summarySql = (kind: Kind): string => `
  select c.court, r.instrument, ${STAGE} as stage, count(*)::int as rounds,
         (count(*) filter (where ${OPEN}))::int as open, (count(*) filter (where ${LATE}))::int as overdue,
         sum(r.demands)::int as demands, coalesce(sum(r.answered), 0)::int as answered,
         sum(r.returned)::int as returned, sum(r.items)::int as items, sum(r.items_done)::int as "itemsDone"
  ${knownSql('every')} cross join lateral unnest(r.target_courts) as c(court)
   where ${matchesSql(kind)} and (s.within or c.court = any($1))
   group by 1, 2, 3 order by 1, 2, 3`;
