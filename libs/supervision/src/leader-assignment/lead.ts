import { isRefusal, type DutyHolder, type DutyTerms, type Message } from '@liuhen/kernel';
import { advance, charged, dueOn } from '../matter-rules/charges';
import { specificRuleOf } from '../matter-rules/instrument-policy';
import { assignmentClause, type AssignmentRules } from '../matter-rules/leader-assignment-clause';
import type { Matter } from '../matter-rules/matter';
import type { MatterCourt } from '../matter-rules/matter-court';
import { fulfilling, step, type MatterDecision } from '../matter-rules/matter-step';
import type { MatterStep } from '../supervision-matter/supervision-matter.events';
import type { Assignment } from './assignment';
import { contactDay } from './contact';
import { refuseFigures } from './figures';
import type { BaselineFigure, LeaderAssignmentEvent } from './leader-assignment.events';
import { refuse } from './leader-assignment.refusals';
import { endOf, owedByLeader, underWay } from './under-way';

type Visit = Extract<LeaderAssignmentEvent, { type: 'AssignmentVisited' }>['data'];

export type RecordBaselineCommand = Message<
  'RecordBaseline',
  { readonly figures: readonly BaselineFigure[]; readonly problems: string }
>;
export type RecordVisitCommand = Message<'RecordAssignmentVisit', Omit<Visit, keyof MatterStep | 'nth'>>;

/** 基线: from where the term begins; from now on contacts and visits are owed, and in the end the report. */
export function recordBaseline(
  { figures, problems }: RecordBaselineCommand['data'],
  matter: Matter,
  court: MatterCourt,
): MatterDecision {
  const owed = owedByLeader(court, matter, 'baseline');
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
  matter: Matter,
  holder: DutyHolder,
  court: MatterCourt,
): readonly DutyTerms[] {
  const end = endOf(matter, court);
  const first = dueOn(contactDay(court.on, court.on, end, rules, court));
  const visits = rules.leastVisits > 0 ? [{ kind: 'assignmentVisit', holder, due: dueOn(end) }] : [];
  return charged(court, matter, [{ kind: 'leaderContact', holder, due: first }, ...visits]);
}

/** 现场督导: also more often than the rules ask; the last that they ask for fulfils what is owed. */
export function recordVisit(
  given: RecordVisitCommand['data'],
  matter: Matter,
  assignment: Assignment,
  court: MatterCourt,
): MatterDecision {
  const going = underWay(given, matter, assignment, court);
  if (isRefusal(going)) return going;
  const nth = assignment.visits + 1;
  const owed = [...matter.open.values()].filter(({ kind }) => kind === 'assignmentVisit');
  const fulfilled = nth >= going.rules.leastVisits ? owed.map(({ duty }) => duty) : [];
  const data = { ...given, ...fulfilling(matter, ...fulfilled), nth };
  return [step({ type: 'AssignmentVisited', data }, court, going.rules.basis)];
}
