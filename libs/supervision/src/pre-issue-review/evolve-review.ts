import type { DocumentReference, DutyTerms } from '@liuhen/kernel';
import { besideReview } from './beside-review';
import type { HeededEvent } from './heeded-events';
import { OPINIONS, type Next, type Opinion, type Submission } from './pre-issue-review.events';
import { isOpen, type Review, type Standing } from './review';

export function submitted(submission: Submission): Review {
  const { review, document, steps, next } = submission;
  return {
    id: review,
    submission,
    standing: standingOf(next, { at: 'withdrawn' }),
    steps,
    step: next.at === 'review' ? next.step : null,
    recused: [],
    document,
    version: 1,
    round: 0,
    meeting: null,
    committeeDecided: false,
    disagreements: [],
    offline: new Map(),
    objections: new Map(),
    moves: 1,
  };
}

/** A review after one of its own events; see {@link evolveElsewhere} and {@link besideReview} for the others. */
export function evolveReview(review: Review, event: HeededEvent): Review {
  switch (event.type) {
    case 'ReviewConcurred':
    case 'ReviewReturned':
      return moved(review, event.data.next);
    case 'ReconsiderationAdvised': {
      const { issues, next, round } = event.data;
      const text = issues.map((issue) => issue.text).join('；');
      return { ...disagreed(moved(review, next), 'adviseReconsideration', text), round };
    }
    case 'ReviewEscalated': {
      const { next, reasons } = event.data;
      return disagreed(withStepOf(next, moved(review, next)), 'escalate', reasons);
    }
    case 'ReviewerRecused': {
      const { next, person } = event.data;
      return withStepOf(next, moved({ ...review, recused: [...review.recused, person] }, next));
    }
    case 'ReferredToMeeting': {
      const { questions, charge } = event.data;
      const referred = placed(review, { at: 'meeting', charge });
      return disagreed(referred, 'referToMeeting', questions.join('；'));
    }
    case 'CommitteeRequested': {
      const { by, reasons, mandatory, charge } = event.data;
      const requested = placed(review, { at: 'committee', mandatory, charge });
      return by === 'reviewer' ? disagreed(requested, 'requestCommittee', reasons) : requested;
    }
    case 'DocumentResubmitted':
    case 'ConformingDocumentSubmitted':
      return revised(moved(review, event.data.next), event.data.document, event.data.version);
    case 'PanelReconsidered': {
      const { next, document, version } = event.data;
      return document === null ? moved(review, next) : revised(moved(review, next), document, version);
    }
    case 'ReviewLapsed':
      return event.data.next === null ? placed(review, { at: 'withdrawn' }) : moved(review, event.data.next);
    case 'ReviewWithdrawn':
      return placed(review, { at: 'withdrawn' });
    case 'DocumentSigned':
      return placed(review, { at: 'signed', document: event.data.document });
    case 'DocumentIssued':
      return placed(review, { at: 'issued' });
    default:
      return besideReview(evolveElsewhere(review, event), event);
  }
}

/** What the judges' meeting and the committee do with a document that is before them. */
function evolveElsewhere(review: Review, event: HeededEvent): Review {
  switch (event.type) {
    case 'MeetingConvened':
      return recharged(review, event.data.charge);
    case 'MeetingDeclined':
      return event.data.charge === null || review.step === null
        ? review
        : placed(review, { at: 'review', step: review.step, charge: event.data.charge });
    case 'MeetingConcluded': {
      const { conclusion, reconsideration } = event.data;
      const concluded = { ...review, meeting: conclusion };
      return reconsideration === null ? concluded : reconsidering(concluded, 'meeting', reconsideration);
    }
    case 'CommitteeReferralDecided': {
      const { decision, charge } = event.data;
      if (charge === null) return review;
      if (decision === 'submit') return placed(review, { at: 'committee', mandatory: true, charge });
      if (decision === 'adviseReconsideration') return reconsidering(review, 'president', charge);
      return placed(review, { at: 'signature', clearance: 'committeeDeclined', charge });
    }
    case 'CommitteeDecided': {
      const { decision, charge } = event.data;
      if (charge === null) return review;
      if (decision === 'noMajority') return recharged(review, charge);
      return { ...placed(review, { at: 'conforming', charge }), committeeDecided: true };
    }
    default:
      return review;
  }
}

const placed = (review: Review, standing: Standing): Review => ({
  ...review,
  standing,
  step: standing.at === 'review' ? standing.step : review.step,
  moves: review.moves + 1,
});

/** A document that goes to the committee stays where it is until `CommitteeRequested` has charged somebody. */
const standingOf = (next: Next, before: Standing): Standing => (next.at === 'committee' ? before : next);

const moved = (review: Review, next: Next): Review => placed(review, standingOf(next, review.standing));

/** The same place, another duty. */
const recharged = (review: Review, charge: DutyTerms): Review =>
  isOpen(review.standing) ? placed(review, { ...review.standing, charge }) : review;

const reconsidering = (review: Review, cause: 'meeting' | 'president', charge: DutyTerms): Review =>
  placed(review, { at: 'reconsideration', cause, charge });

const revised = (review: Review, document: DocumentReference, version: number): Review => ({
  ...review,
  document,
  version,
});

function withStepOf(next: Next, review: Review): Review {
  if (next.at !== 'review' || review.steps.some(({ level }) => level === next.step.level)) return review;
  return { ...review, steps: [...review.steps, next.step] };
}

function disagreed(review: Review, opinion: Opinion, text: string): Review {
  return { ...review, disagreements: [...review.disagreements, `${OPINIONS[opinion]}：${text}`] };
}
