import type { HeededEvent } from './heeded-events';
import type { OfflineEntry, Review } from './review';

/** 异议 and 补录 run beside the review and do not move the document. */
export function besideReview(review: Review, event: HeededEvent): Review {
  switch (event.type) {
    case 'ReviewObjected': {
      const { objection, charge } = event.data;
      return {
        ...review,
        objections: new Map(review.objections).set(objection, { charge, answered: false }),
      };
    }
    case 'ObjectionAnswered':
      return answered(review, event.data.objection);
    case 'OfflineOpinionRecorded': {
      const { entry, enteredBy, reviewer, charge } = event.data;
      const recorded: OfflineEntry = { enteredBy, reviewer, charge, status: 'unconfirmed' };
      return { ...review, offline: new Map(review.offline).set(entry, recorded) };
    }
    case 'OfflineOpinionConfirmed':
      return resolved(review, event.data.entry, 'confirmed');
    case 'OfflineOpinionContested':
      return resolved(review, event.data.entry, 'contested');
    case 'OfflineOpinionUnanswered':
      return resolved(review, event.data.entry, 'unanswered');
    default:
      return review;
  }
}

function answered(review: Review, objection: string): Review {
  const made = review.objections.get(objection);
  if (!made) return review;
  return { ...review, objections: new Map(review.objections).set(objection, { ...made, answered: true }) };
}

function resolved(review: Review, entry: string, status: OfflineEntry['status']): Review {
  const recorded = review.offline.get(entry);
  return recorded
    ? { ...review, offline: new Map(review.offline).set(entry, { ...recorded, status }) }
    : review;
}
