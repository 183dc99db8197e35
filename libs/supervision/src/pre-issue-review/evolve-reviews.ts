import type { CaseRegistration, HandlingCourt } from '../case/case.events';
import { evolveReview, submitted } from './evolve-review';
import type { HeededEvent } from './heeded-events';
import type { ReviewId } from './pre-issue-review.events';
import type { Review } from './review';

/** A case and the documents of it that are or were under review. */
export interface CaseUnderReview {
  readonly status: 'registered';
  readonly court: HandlingCourt;
  readonly caseType: CaseRegistration['caseType'];
  readonly stage: CaseRegistration['stage'];
  readonly panel: readonly string[];
  readonly handlingJudge: string | null;
  readonly reviews: ReadonlyMap<ReviewId, Review>;
}

export type ReviewState = { readonly status: 'none' } | CaseUnderReview;

export function evolveReviews(state: ReviewState, event: HeededEvent): ReviewState {
  if (event.type === 'CaseRegistered') return registered(event.data);
  if (state.status === 'none') return state;
  if (event.type === 'PanelFormed') {
    const { panel, handlingJudge } = event.data;
    return { ...state, panel, handlingJudge };
  }
  if (event.type === 'ReviewSubmitted') return withReview(state, submitted(event.data));
  const review =
    'review' in event.data && event.data.review ? state.reviews.get(event.data.review) : undefined;
  return review ? withReview(state, evolveReview(review, event)) : state;
}

const registered = ({ court, caseType, stage, panel, handlingJudge }: CaseRegistration): CaseUnderReview => ({
  status: 'registered',
  court,
  caseType,
  stage,
  panel,
  handlingJudge,
  reviews: new Map(),
});

const withReview = (state: CaseUnderReview, review: Review): CaseUnderReview => ({
  ...state,
  reviews: new Map(state.reviews).set(review.id, review),
});
