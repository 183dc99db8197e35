import { addTerm } from '@liuhen/courts';
import { isRefusal, type CalendarDate, type DutyTerms, type Message, type Refusal } from '@liuhen/kernel';
import { charged, dueOn } from '../matter-rules/charges';
import type { AssignmentRules } from '../matter-rules/leader-assignment-clause';
import type { Matter } from '../matter-rules/matter';
import type { MatterCourt } from '../matter-rules/matter-court';
import { fulfilling, step, type MatterDecision } from '../matter-rules/matter-step';
import type { MatterStep } from '../supervision-matter/supervision-matter.events';
import type { Assignment } from './assignment';
import { refuseFigures } from './figures';
import type { RecordedContact } from './leader-assignment.events';
import { refuse } from './leader-assignment.refusals';
import { endOf, underWay, type UnderWay } from './under-way';

type Contact = Omit<RecordedContact, keyof MatterStep | 'nth'>;

export type RecordContactCommand = Message<'RecordContact', Contact>;

/**
 * 月度联系: fulfils what is owed, unless it was held before that stretch of the term began; the next is then owed in its
 * turn until the term ends, also if its day is past. Any other is recorded beside.
 */
export function recordContact(
  given: Contact,
  matter: Matter,
  assignment: Assignment,
  court: MatterCourt,
): MatterDecision {
  const going = underWay(given, matter, assignment, court);
  if (isRefusal(going)) return going;
  const refusal = refuseFigures(given.progress, court, 'progress') ?? refuseUnknown(given, assignment);
  if (refusal) return refusal;
  const owed = [...matter.open.values()].find(({ kind }) => kind === 'leaderContact');
  const done = owed && isInStretch(given, going, assignment) ? doneWith(owed, going, matter, court) : {};
  const data = { ...given, ...fulfilling(matter), ...done, nth: assignment.contacts + 1 };
  return [step({ type: 'ContactRecorded', data }, court, going.rules.basis)];
}

function refuseUnknown({ progress }: Contact, { indicators }: Assignment): Refusal | undefined {
  const unknown = progress.findIndex(({ indicator }) => !indicators.includes(indicator));
  return unknown === -1
    ? undefined
    : refuse('assignment-indicator-unknown', `progress[${String(unknown)}].indicator`);
}

/** Whether it was held in the stretch for which a contact is owed, or after it. */
function isInStretch({ heldOn }: Contact, { since }: UnderWay, { stretches }: Assignment): boolean {
  const before = stretches.at(-2);
  return before === undefined ? heldOn >= since : heldOn > before;
}

/** The contact that is owed is made, and the next is owed unless the term ends with this stretch. */
function doneWith(
  { duty, kind, due }: DutyTerms,
  { leader, since, rules }: UnderWay,
  matter: Matter,
  court: MatterCourt,
): Pick<MatterStep, 'fulfils' | 'charges'> {
  const [last, end] = [due ?? court.on, endOf(matter, court)];
  const next = { kind, holder: leader, due: dueOn(contactDay(since, last, end, rules, court)) };
  return { fulfils: [duty], charges: charged(court, matter, last < end ? [next] : []) };
}

/**
 * The last day of a stretch of the term, in each of which there is a contact. Months are counted from the baseline, so
 * that a short one takes nothing from those after it.
 *
 * @param since the day of the baseline @param before the last day of the stretch before; the same for the first
 */
export function contactDay(
  since: CalendarDate,
  before: CalendarDate,
  end: CalendarDate,
  { contactEveryMonths }: AssignmentRules,
  { facts }: Pick<MatterCourt, 'facts'>,
): CalendarDate {
  const after = (months: number): CalendarDate => addTerm(facts.calendar, since, { months }).date;
  let passed = 0;
  while (after(passed) < before) passed++;
  const day = after(passed + contactEveryMonths);
  return day < end ? day : end;
}
