import type { CaseRegistration } from '../case/case.events';
import { evolveTriedCase, type TriedCase } from '../court-rules/tried-case';
import { evolveReview, submitted } from './evolve-review';
import type { HeededEvent } from './heeded-events';
import type { ReviewId } from './pre-issue-review.events';
import type { Review } from './review';

/** A case and the documents of it that are or were under review. */
export interface CaseUnderReview {
  readonly status: 'registered';
  readonly tried: TriedCase;
  readonly stage: CaseRegistration['stage'];
  readonly reviews: ReadonlyMap<ReviewId, Review>;
}

export type ReviewState = { readonly status: 'none' } | CaseUnderReview;

export function evolveReviews(state: ReviewState, event: HeededEvent): ReviewState {
  switch (event.type) {
    case 'CaseRegistered':
    case 'PanelFormed':
      return withTriers(state, event);
    default:
      return state.status === 'none' ? state : withStep(state, event);
  }
}

function withTriers(
  state: ReviewState,
  event: Extract<HeededEvent, { type: 'CaseRegistered' | 'PanelFormed' }>,
): ReviewState {
  const before = state.status === 'none' ? undefined : state;
  const tried = evolveTriedCase(before?.tried, event);
  const stage = event.type === 'CaseRegistered' ? event.data.stage : before?.stage;
  if (tried === undefined || stage === undefined) return state;
  return { status: 'registered', tried, stage, reviews: before?.reviews ?? new Map() };
}

function withStep(state: CaseUnderReview, event: HeededEvent): CaseUnderReview {
  if (event.type === 'ReviewSubmitted') return withReview(state, submitted(event.data));
  const review =
    'review' in event.data && event.data.review ? state.reviews.get(event.data.review) : undefined;
  return review ? withReview(state, evolveReview(review, event)) : state;
}

const withReview = (state: CaseUnderReview, review: Review): CaseUnderReview => ({
  ...state,
  reviews: new Map(state.reviews).set(review.id, review),
});
