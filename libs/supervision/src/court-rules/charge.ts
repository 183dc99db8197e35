import { answeringFor, dutyTerm, type CountedDay, type WarningThreshold } from '@liuhen/courts';
import type { Act, CalendarDate, DutyHolder, DutyTerms } from '@liuhen/kernel';
import type { CourtFacts } from './court-facts';

/** What must be known to charge somebody, or to say who answers. */
export interface Charging {
  readonly act: Act;
  /** The day of the act. */
  readonly on: CalendarDate;
  readonly facts: CourtFacts;
  readonly rules: { readonly thresholds: readonly WarningThreshold[] };
}

/** The terms of a duty that is owed by the day, with its warnings. @param name follows the kind in the duty's name */
export const termsOf = (
  { act, facts, rules }: Omit<Charging, 'on'>,
  kind: string,
  name: string,
  holder: DutyHolder,
  due: CountedDay,
): DutyTerms => ({
  duty: `${kind}/${name}`,
  kind,
  holder,
  ...dutyTerm(facts.calendar, rules.thresholds, act.at, due),
});

/** Whether who acts is who answers for it: the holder, a delegate, or a superior while nobody else is there. */
export function mayAnswerFor(
  { act: { actor }, facts, on }: Omit<Charging, 'rules'>,
  holder: DutyHolder,
): boolean {
  const isHolder =
    actor.post === holder.post &&
    (holder.person === null || holder.person === actor.person || actor.delegation !== null);
  return isHolder || answeringFor(facts.posts, holder, on).person === actor.person;
}
