import type { CaseEvent } from '../case/case.events';
import type { PreIssueReviewEvent } from '../pre-issue-review/pre-issue-review.events';
import type { AdjudicationCommitteeEvent } from './adjudication-committee.events';

/** The events that the committee heeds: its own, those of the case, and those of reviews. */
export type HeededEvent = CaseEvent | PreIssueReviewEvent | AdjudicationCommitteeEvent;
