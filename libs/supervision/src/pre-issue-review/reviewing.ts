import { isRefusal, type Act, type DutyHolder, type DutyTerms, type Refusal } from '@liuhen/kernel';
import type { CountedDay } from '@liuhen/courts';
import type { CourtFacts } from '../court-rules/court-facts';
import { chargeWith, hearingCourt, postsHere, type HearingCourt } from '../court-rules/hearing-court';
import { signersOf, triersOf } from '../court-rules/tried-case';
import type { CaseUnderReview } from './evolve-reviews';
import type { ReviewDutyKind } from './pre-issue-review.events';
import { refuse } from './pre-issue-review.refusals';
import type { Barred } from './review-chain';
import type { Review } from './review';

/** What every decision on a review looks at. */
export interface Reviewing extends HearingCourt {
  readonly state: CaseUnderReview;
}

/** @returns a refusal where the court has no rules for reviews. */
export function reviewing(state: CaseUnderReview, act: Act, facts: CourtFacts): Reviewing | Refusal {
  const court = hearingCourt(state.tried, act, facts);
  return isRefusal(court) ? court : { ...court, state };
}

export const refuseOutsider = ({ tried, act }: HearingCourt): Refusal | undefined =>
  triersOf(tried).includes(act.actor.person) ? undefined : refuse('panel-act-not-permitted');

export const barredFrom = ({ tried }: HearingCourt, recused: readonly string[]): Barred =>
  new Map([
    ...recused.map((person) => [person, 'recused'] as const),
    ...triersOf(tried).map((person) => [person, 'onPanel'] as const),
  ]);

/** Kinds of the posts that those who try the case hold in the court. */
export const handlerKindsOf = (court: HearingCourt): readonly string[] => [
  ...new Set(triersOf(court.tried).flatMap((person) => postsHere(court, person).map(({ kind }) => kind))),
];

/** 合议庭 or the sole judge: exactly these persons, each once. */
export const isWholePanel = (persons: readonly string[], { tried }: HearingCourt): boolean => {
  const panel = signersOf(tried);
  return persons.length === panel.length && panel.every((member) => persons.includes(member));
};

/** What names the next duty of a review. */
export type Numbered = Pick<Review, 'id' | 'moves'>;

/** Charges somebody with the next step of the review. */
export const charge = (
  court: HearingCourt,
  { id, moves }: Numbered,
  kind: ReviewDutyKind,
  holder: DutyHolder,
  workingDays: number,
  latest?: CountedDay,
): DutyTerms => chargeWith(court, kind, `${id}/${moves + 1}`, holder, workingDays, latest);
