import type { Reader } from '@liuhen/access';
import { decodeAll, fold, type DutyTerms } from '@liuhen/kernel';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { CaseReading } from '../case-file/case-reading';
import type { CaseId } from '../case/case.events';
import { heededEvents } from './heeded-events';
import { preIssueReviewDecider } from './pre-issue-review.decider';
import type { ReviewList, ReviewView } from './pre-issue-review.views';
import { isOpen, type Review } from './review';

/** The documents of a case that are or were under review, straight from its stream. */
export class ListReviews extends Query<ReviewList> {
  constructor(
    readonly caseId: CaseId,
    readonly reader: Reader,
  ) {
    super();
  }
}

@QueryHandler(ListReviews)
export class ListReviewsHandler implements IQueryHandler<ListReviews> {
  constructor(private readonly cases: CaseReading) {}

  /** @throws Refusal `case-not-found`; `inner-file-not-permitted` for whom the inner file is closed */
  async execute({ caseId, reader }: ListReviews): Promise<ReviewList> {
    const { events: stream } = await this.cases.ofInnerFile(caseId, reader);
    const state = fold(preIssueReviewDecider, decodeAll(heededEvents, stream));
    const reviews = state.status === 'registered' ? [...state.reviews.values()] : [];
    return { items: reviews.map(viewOf), revision: stream.length - 1 };
  }
}

const viewOf = (review: Review): ReviewView => ({
  review: review.id,
  kind: review.submission.kind,
  features: review.submission.features,
  urgent: review.submission.urgent,
  document: review.document,
  version: review.version,
  at: review.standing.at,
  charge: isOpen(review.standing) ? chargeOf(review.standing.charge) : null,
  steps: review.steps.map(({ level, holder }) => ({ level, post: holder.post })),
  passedOver: review.submission.passedOver,
  round: review.round,
  committeeMandatory: review.submission.committeeMandatory,
  latest: review.submission.latest.date,
  disagreements: review.disagreements,
  offline: [...review.offline].map(([entry, { status }]) => ({ entry, status })),
});

const chargeOf = ({ duty, kind, due, holder: { post, person } }: DutyTerms) => ({
  duty,
  kind,
  post,
  person,
  due,
});
