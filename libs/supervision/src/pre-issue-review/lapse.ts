import type { Decision, Refusal } from '@liuhen/kernel';
import { inner, step, toReviewer, toSignature, type Going } from './going-on';
import type { PreIssueReviewEvent } from './pre-issue-review.events';
import { refuse } from './pre-issue-review.refusals';
import { isOpen, stepAfter, type OpenStanding, type Review } from './review';
import type { Reviewing } from './reviewing';

/** Its last day is over. */
export const isLapsed = ({ charge }: OpenStanding, { on }: Reviewing): boolean =>
  charge.due !== null && on > charge.due;

/**
 * What becomes of a document whose time has run out where it is. A silent reviewer is passed; with nobody left, or no
 * time for another, the panel signs. A panel that leaves its own document lying takes it back by that. What the
 * committee must decide, and what it has decided, waits however long it takes.
 */
export function lapse(review: Review, context: Reviewing): Decision<PreIssueReviewEvent> {
  const { standing, id } = review;
  if (!isOpen(standing) || !isLapsed(standing, context)) return refuse('not-lapsed');
  const data = { review: id, duty: standing.charge.duty };
  if (standing.at === 'correction' || standing.at === 'reconsideration')
    return [inner({ type: 'ReviewLapsed', data: { ...data, next: null } })];
  const going = afterLapse(standing, review, context);
  return step(going, (next) => ({ type: 'ReviewLapsed', data: { ...data, next } }));
}

function afterLapse(standing: OpenStanding, review: Review, context: Reviewing): Going | Refusal {
  switch (standing.at) {
    case 'review': {
      const next = stepAfter(review, standing.step);
      const isTimeLeft = context.on < review.submission.latest.date;
      return next && isTimeLeft ? toReviewer(context, review, next) : toSignature(context, review, 'lapsed');
    }
    case 'meeting':
      return toSignature(context, review, 'meetingLapsed');
    case 'committee':
      return standing.mandatory ? refuse('cannot-lapse') : toSignature(context, review, 'committeeLapsed');
    default:
      return refuse('cannot-lapse');
  }
}
