import type { CalendarDate, DutyHolder, DutyTerms } from '@liuhen/kernel';
import { isOver, isUnfinished, matterFileOf, type MatterContent } from '@liuhen/supervision';
import type { FigureProgress } from './assignment-record';
import { isTold, type MatterRecord, type RoundRecord } from './matter-record';
import { leadRows } from './lead-rows';
import { personKey } from './person-key';
import { storedRecord } from './stored-record';
import { subjectRows } from './subject-rows';

/** What is owed next in a matter. */
export interface NextDuty {
  readonly kind: string;
  readonly holder: DutyHolder;
  readonly due: CalendarDate | null;
}

/** All but `matter_records`, which no query sees. */
export const SEEN_TABLES = [
  ...(['matters', 'matter_rounds', 'matter_subjects', 'matter_assignments'] as const),
  'matter_leads',
] as const;
export const TABLES = ['matter_records', ...SEEN_TABLES] as const;

/** The rows that are about one matter, by their tables. */
export const rowsOf = (
  matter: string,
  record: MatterRecord,
): Readonly<Record<(typeof TABLES)[number], readonly object[]>> => ({
  matter_records: [{ matter, record: storedRecord(record) }],
  matters: [matterRow(matter, record)],
  matter_rounds: record.rounds.map((round) => roundRow(matter, record, round)),
  matter_subjects: subjectRows(matter, record),
  matter_assignments: record.rounds
    .filter(({ content }) => content.instrument === 'leaderAssignment')
    .map((round) => assignmentRow(matter, record, round)),
  matter_leads: leadRows(matter, record),
});

/** A row of table `matters`: who may know of it, and how it stands; twice where the sides know different things. */
function matterRow(matter: string, record: MatterRecord) {
  const { issuerCourt, targetCourts, aimedAt, involved } = matterFileOf(record.matter);
  const told = record.rounds.filter(isTold);
  const shown = told.at(-1);
  const next = soonest([...record.matter.open.values()]);
  const shownNext = soonest(shownDuties(record));
  return {
    matter,
    drafted_at: record.draftedAt,
    round: record.matter.round,
    shown_round: shown?.round ?? null,
    told_rounds: told.length,
    issuer_court: issuerCourt,
    target_courts: targetCourts,
    aimed_at: aimedAt.map(personKey),
    people: [...aimedAt, ...involved].map(personKey),
    over: isOver(record.matter.stage),
    shown_over: shown !== undefined && OVER_FOR_TARGETS.has(shownStage(record, shown)),
    next,
    shown_next: shownNext,
    due: next?.due ?? null,
    shown_due: shownNext?.due ?? null,
  };
}

/** Filing is the issuing side's alone. */
const OVER_FOR_TARGETS: ReadonlySet<string> = new Set(['closedOut', 'followedUp', 'cancelled']);

/** What those aimed at know to be owed, other than by who issued or approved it. */
function shownDuties({ matter, rounds, showable }: MatterRecord): readonly DutyTerms[] {
  const { issuer, approver } = matter;
  return [...matter.open.values()].filter(({ duty, holder }) => {
    const round = rounds[(showable[duty] ?? 0) - 1];
    return round && isTold(round) && holder.post !== issuer.post && holder.post !== approver.post;
  });
}

/** The soonest due, those without a day last. */
function soonest(duties: readonly DutyTerms[]): NextDuty | null {
  const [first] = duties.toSorted((a, b) => ((a.due ?? LAST) < (b.due ?? LAST) ? -1 : 1));
  return first ? { kind: first.kind, holder: first.holder, due: first.due } : null;
}

/** After every calendar day. */
const LAST = '~';

const nextRound = ({ rounds }: MatterRecord, { round }: RoundRecord): RoundRecord | undefined =>
  rounds[round];

/** An escalation is told with the round to which it led, and filing never. */
function shownStage(record: MatterRecord, round: RoundRecord): RoundRecord['stage'] {
  const next = nextRound(record, round);
  const isShown = round.stage === 'escalated' && next !== undefined && isTold(next);
  return isShown ? round.stage : round.stageBefore;
}

/** A row of table `matter_rounds`. */
function roundRow(matter: string, record: MatterRecord, round: RoundRecord) {
  const { content, days, escalation } = round;
  const previous = record.rounds[round.round - 2];
  const next = nextRound(record, round);
  return {
    matter,
    round: round.round,
    told: isTold(round),
    ...{ instrument: content.instrument, title: content.title, trigger: content.trigger },
    ...{ cause: content.cause, problem: content.problem, deadline: content.deadline },
    stage: round.stage,
    shown_stage: shownStage(record, round),
    ...{ issuer: round.issuer, approver: round.approver, targets: content.targets },
    target_courts: courtsIn(content),
    number: round.number,
    year: Number((days.issued ?? days.drafted ?? '0').slice(0, 4)),
    drafted_on: days.drafted ?? null,
    approved_on: days.approved ?? null,
    issued_on: days.issued ?? null,
    received_on: days.received ?? null,
    replied_on: days.replied ?? null,
    examined_on: days.examined ?? null,
    accepted_on: days.accepted ?? null,
    closed_out_on: days.closedOut ?? null,
    followed_up_on: days.followedUp ?? null,
    archived_on: days.archived ?? null,
    cancelled_on: days.cancelled ?? null,
    demands: content.demands.length,
    ...{ answered: round.answered, satisfied: round.satisfied },
    ...{ returned: round.returned, extensions: round.extensions },
    ...itemsOf(record, round),
    escalated_to: escalation?.to ?? null,
    escalation_reason: escalation?.reason ?? null,
    escalation_told: next !== undefined && isTold(next),
    came_from: previous?.content.instrument ?? null,
    came_because: previous?.escalation?.reason ?? null,
    origin_told: previous !== undefined && isTold(previous),
  };
}

const courtsIn = ({ targets }: MatterContent): readonly string[] => [
  ...new Set(targets.map(({ court }) => court)),
];

/** Items are named after the round that laid them down. */
function itemsOf({ matter: { items } }: MatterRecord, { round }: RoundRecord) {
  const own = [...items.values()].filter(({ terms }) => terms.item.startsWith(`${String(round)}-`));
  const open = own.filter(isUnfinished);
  return {
    items: own.length,
    items_done: own.filter(({ status }) => status === 'done').length,
    open_item_days: open.map(({ terms }) => terms.due),
  };
}

interface AssignmentRow {
  readonly matter: string;
  readonly round: number;
  readonly figures: readonly FigureProgress[];
  readonly contacts: number;
  /** Last days of the contacts that are owed. */
  readonly contact_days: readonly CalendarDate[];
  readonly suspended: string | null;
}

/** A row of table `matter_assignments`. */
function assignmentRow(matter: string, record: MatterRecord, round: RoundRecord): AssignmentRow {
  const { figures, contacts, suspended } = round.assignment;
  const owed = [...record.matter.open.values()].filter(({ kind }) => kind === 'leaderContact');
  const contactDays = round.round === record.matter.round ? owed.flatMap(({ due }) => due ?? []) : [];
  return { matter, round: round.round, figures, contacts, contact_days: contactDays, suspended };
}
