import { addTerm, type CountedDay } from '@liuhen/courts';
import { isRefusal, type DutyTerms, type Refusal } from '@liuhen/kernel';
import type { MatterStep } from '../supervision-matter/supervision-matter.events';
import { dueOn, type Owing } from './charges';
import { specificRuleOf } from './instrument-policy';
import { assignmentClause } from './leader-assignment-clause';
import type { Matter } from './matter';
import type { MatterCourt } from './matter-court';

/** What is owed otherwise once a term is longer. */
interface Longer {
  readonly drops: MatterStep['drops'];
  readonly owings: readonly Owing[];
}

/**
 * 包保延续: visits are owed until the new end of the term, and contacts go on where the last was already made. Of other
 * instruments, and of a term whose report is there and only to be improved, nothing more.
 *
 * @param reply the report that was owed until now @param end of the longer term
 * @returns Refusal `policy-missing`
 */
export function longerAssignment(
  court: MatterCourt,
  { content, replies, open }: Matter,
  { holder, due }: DutyTerms,
  end: CountedDay,
): Longer | Refusal {
  if (content.instrument !== 'leaderAssignment' || replies > 0) return { drops: [], owings: [] };
  const rules = specificRuleOf(assignmentClause, court.rules.clauses);
  if (isRefusal(rules)) return rules;
  const owed = [...open.values()];
  const visits = owed.filter(({ kind }) => kind === 'assignmentVisit');
  const { date } = addTerm(court.facts.calendar, due ?? court.on, { months: rules.contactEveryMonths });
  const next = { kind: 'leaderContact', holder, due: date < end.date ? dueOn(date) : end };
  return {
    drops: visits.map(({ duty }) => ({ duty, waiver: 'extended' })),
    owings: [
      ...visits.map(({ kind }) => ({ kind, holder, due: end })),
      ...(owed.some(({ kind }) => kind === 'leaderContact') ? [] : [next]),
    ],
  };
}
