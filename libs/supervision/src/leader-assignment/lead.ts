import { addTerm } from '@liuhen/courts';
import {
  isRefusal,
  type CalendarDate,
  type DutyHolder,
  type DutyTerms,
  type Message,
  type Refusal,
} from '@liuhen/kernel';
import { advance, charged, dueOn } from '../matter-rules/charges';
import { specificRuleOf } from '../matter-rules/instrument-policy';
import { assignmentClause, type AssignmentRules } from '../matter-rules/leader-assignment-clause';
import type { Matter } from '../matter-rules/matter';
import type { MatterCourt } from '../matter-rules/matter-court';
import { fulfilling, step, type MatterDecision } from '../matter-rules/matter-step';
import { owedOf, owedStep } from '../matter-rules/owed';
import type { MatterStep } from '../supervision-matter/supervision-matter.events';
import type { Assignment } from './assignment';
import { refuseFigures } from './figures';
import type { BaselineFigure, LeaderAssignmentEvent, RecordedContact } from './leader-assignment.events';
import { refuse } from './leader-assignment.refusals';

type Visit = Extract<LeaderAssignmentEvent, { type: 'AssignmentVisited' }>['data'];

export type RecordBaselineCommand = Message<
  'RecordBaseline',
  { readonly figures: readonly BaselineFigure[]; readonly problems: string }
>;
export type RecordContactCommand = Message<'RecordContact', Omit<RecordedContact, keyof MatterStep | 'nth'>>;
export type RecordVisitCommand = Message<'RecordAssignmentVisit', Omit<Visit, keyof MatterStep | 'nth'>>;

/** 基线: from where the term begins; from now on contacts and visits are owed, and in the end the report. */
export function recordBaseline(
  { figures, problems }: RecordBaselineCommand['data'],
  matter: Matter,
  court: MatterCourt,
): MatterDecision {
  const owed = owedStep(court, matter, 'baseline');
  if (isRefusal(owed)) return owed;
  const rules = specificRuleOf(assignmentClause, court.rules.clauses);
  if (isRefusal(rules)) return rules;
  if (figures.length === 0) return refuse('assignment-figure-missing', 'figures');
  const refusal = refuseFigures(figures, court, 'figures');
  if (refusal) return refusal;
  const data = {
    ...fulfilling(matter, owed.duty),
    charges: [...advance(court, matter, 'baseline'), ...duringTerm(rules, matter, owed.holder, court)],
    figures,
    problems,
  };
  const { steps, terms } = court.rules.instrument;
  return [step({ type: 'BaselineRecorded', data }, court, steps.basis, terms.basis, rules.basis)];
}

/** The first contact, and the visits that the term must have. */
function duringTerm(
  rules: AssignmentRules,
  { opened, content, issuer, approver }: Matter,
  holder: DutyHolder,
  court: MatterCourt,
): readonly DutyTerms[] {
  const parties = { opened, content, issuer, approver };
  const end = content.deadline ?? court.on;
  const visits = rules.leastVisits > 0 ? [{ kind: 'assignmentVisit', holder, due: dueOn(end) }] : [];
  return charged(court, parties, [
    { kind: 'leaderContact', holder, due: dueOn(contactDay(1, court.on, end, rules, court)) },
    ...visits,
  ]);
}

/** The last day of the nth stretch of the term, in each of which there is a contact. */
function contactDay(
  nth: number,
  since: CalendarDate,
  end: CalendarDate,
  { contactEveryMonths }: AssignmentRules,
  { facts }: MatterCourt,
): CalendarDate {
  const { date } = addTerm(facts.calendar, since, { months: nth * contactEveryMonths });
  return date < end ? date : end;
}

/** 月度联系: of the stretch that is owed; the next is owed in its turn until the term ends, also if it is past. */
export function recordContact(
  given: RecordContactCommand['data'],
  matter: Matter,
  { indicators, since, contacts }: Assignment,
  court: MatterCourt,
): MatterDecision {
  const owed = owedOf(court, matter, 'leaderContact');
  if (isRefusal(owed)) return owed;
  const rules = specificRuleOf(assignmentClause, court.rules.clauses);
  if (isRefusal(rules)) return rules;
  const began = since ?? court.on;
  const refusal =
    refuseDay(given.heldOn, began, court) ??
    refuseFigures(given.progress, court, 'progress') ??
    refuseUnknown(given, indicators);
  if (refusal) return refusal;
  const nth = contacts + 1;
  const end = matter.content.deadline ?? court.on;
  const isLast = owed.due !== null && owed.due >= end;
  const due = dueOn(contactDay(nth + 1, began, end, rules, court));
  const next = isLast ? [] : [{ kind: owed.kind, holder: owed.holder, due }];
  const data = { ...given, ...fulfilling(matter, owed.duty), charges: charged(court, matter, next), nth };
  return [step({ type: 'ContactRecorded', data }, court, rules.basis)];
}

function refuseDay(heldOn: CalendarDate, since: CalendarDate, { on }: MatterCourt): Refusal | undefined {
  if (heldOn > on) return refuse('assignment-not-held-yet', 'heldOn');
  return heldOn < since ? refuse('assignment-before-baseline', 'heldOn') : undefined;
}

function refuseUnknown(
  { progress }: Pick<RecordedContact, 'progress'>,
  indicators: readonly string[],
): Refusal | undefined {
  const unknown = progress.findIndex(({ indicator }) => !indicators.includes(indicator));
  return unknown === -1
    ? undefined
    : refuse('assignment-indicator-unknown', `progress[${String(unknown)}].indicator`);
}

/** 现场督导: also more often than the rules ask; the last that they ask for fulfils what is owed. */
export function recordVisit(
  given: RecordVisitCommand['data'],
  matter: Matter,
  { since, visits }: Assignment,
  court: MatterCourt,
): MatterDecision {
  const rules = specificRuleOf(assignmentClause, court.rules.clauses);
  if (isRefusal(rules)) return rules;
  if (since === null) return refuse('assignment-not-running');
  const reply = owedStep(court, matter, 'reply');
  if (isRefusal(reply)) return reply;
  const refusal = refuseDay(given.heldOn, since, court);
  if (refusal) return refusal;
  const nth = visits + 1;
  const owed = [...matter.open.values()].filter(({ kind }) => kind === 'assignmentVisit');
  const fulfilled = nth >= rules.leastVisits ? owed.map(({ duty }) => duty) : [];
  const data = { ...given, ...fulfilling(matter, ...fulfilled), nth };
  return [step({ type: 'AssignmentVisited', data }, court, rules.basis)];
}
