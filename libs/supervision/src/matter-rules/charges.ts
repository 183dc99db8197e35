import { addTerm, type CountedDay, type Term } from '@liuhen/courts';
import type { CalendarDate, DutyHolder, DutyTerms } from '@liuhen/kernel';
import { termsOf } from '../court-rules/charge';
import type { MatterContent } from '../supervision-matter/supervision-matter.events';
import type { MatterCourt } from './matter-court';
import { STEPS, type Step } from './steps';

/** What must be known of a matter to say who owes what next; also of one that is being drafted. */
export interface Charged {
  readonly issuer: DutyHolder;
  readonly approver: DutyHolder;
  readonly content: Pick<MatterContent, 'targets' | 'deadline'>;
  /** How many duties of a kind were opened so far. */
  readonly opened: ReadonlyMap<string, number>;
}

/** Something that somebody owes by a day. */
export interface Owing {
  readonly kind: string;
  readonly holder: DutyHolder;
  readonly due: CountedDay;
}

/** Duties with their names, numbered by kind through the whole matter. */
export const charged = (
  court: MatterCourt,
  { opened }: Charged,
  owings: readonly Owing[],
): readonly DutyTerms[] =>
  owings.map(({ kind, holder, due }, place) => {
    const before = owings.slice(0, place).filter((owing) => owing.kind === kind).length;
    return termsOf(court, kind, String((opened.get(kind) ?? 0) + before + 1), holder, due);
  });

/** The last day of a term that begins today. */
export const dueIn = ({ facts, on }: Pick<MatterCourt, 'facts' | 'on'>, term: Term): CountedDay =>
  addTerm(facts.calendar, on, term);

/** A day that was agreed or ordered, rather than counted. */
export const dueOn = (date: CalendarDate): CountedDay => ({ date, provisional: false });

/** What a step needs to be charged otherwise than by its term. */
export interface Advance {
  /** The day on which it is due, where the matter itself sets one. */
  readonly due?: CalendarDate;
}

/** The duties of the step that follows in the rules of the instrument; of the first where nothing is done yet. */
export function advance(
  court: MatterCourt,
  matter: Charged,
  done: Step | null,
  options: Advance = {},
): readonly DutyTerms[] {
  const { steps } = court.rules.instrument.steps;
  const place = done === null ? -1 : steps.indexOf(done);
  if (done !== null && place === -1) return [];
  const next = steps[place + 1];
  if (next === undefined) return [];
  const charges = chargedWithStep(court, matter, next, options);
  return charges.length > 0 ? charges : advance(court, matter, next, options);
}

/**
 * The duties of a step: one for each who owes it, and of a follow-up one for each time. By the day that is given, by the
 * matter's own deadline for its answer, or else by the term of the rules.
 */
export const chargedWithStep = (
  court: MatterCourt,
  matter: Charged,
  step: Step,
  options: Advance = {},
): readonly DutyTerms[] => charged(court, matter, owingsOf(court, matter, step, options));

function owingsOf(court: MatterCourt, matter: Charged, step: Step, { due }: Advance): readonly Owing[] {
  const { kind } = STEPS[step];
  const { followUps, terms } = court.rules.instrument;
  if (step === 'followUp')
    return followUps.days.map((days) => ({ kind, holder: matter.issuer, due: dueIn(court, { days }) }));
  const set = due ?? (step === 'reply' ? matter.content.deadline : null);
  const term = terms[step];
  const last = set !== null || term === undefined ? dueOn(set ?? court.on) : dueIn(court, term);
  return holdersOf(matter, step).map((holder) => ({ kind, holder, due: last }));
}

function holdersOf({ issuer, approver, content }: Charged, step: Step): readonly DutyHolder[] {
  switch (STEPS[step].by) {
    case 'issuer':
      return [issuer];
    case 'approver':
      return [approver];
    case 'responsible':
      return content.targets.map(({ responsible }) => responsible);
  }
}
