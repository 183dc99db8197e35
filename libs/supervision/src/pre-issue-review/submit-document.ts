import { addWorkingDays, courtOfCode, daysBefore, type CountedDay } from '@liuhen/courts';
import { type CalendarDate, type Decision, type DocumentReference, type Refusal } from '@liuhen/kernel';
import { levelsFor } from '../court-rules/review-policy';
import { triersOf } from '../court-rules/tried-case';
import { committeeReferral } from '../law/committee-referral';
import type { DocumentFeature, DocumentKind, UrgentReason } from '../law/document-features';
import { step, toReviewer, toSignature, type Going, type OnItsWay } from './going-on';
import type { PreIssueReviewEvent, Submission } from './pre-issue-review.events';
import { refuse } from './pre-issue-review.refusals';
import { reviewChain, type ReviewChain } from './review-chain';
import { barredFrom, handlerKindsOf, refuseOutsider, type Reviewing } from './reviewing';

/** A draft that the panel hands in for review; what it decides is in the document and nowhere else. */
export interface SubmittedDocument {
  readonly document: DocumentReference;
  readonly kind: DocumentKind;
  readonly features: readonly DocumentFeature[];
  readonly urgent: UrgentReason | null;
  /** 审限届满日期, where the submitter gives it: the review ends before it. */
  readonly trialLimit: CalendarDate | null;
}

export function submit(given: SubmittedDocument, context: Reviewing): Decision<PreIssueReviewEvent> {
  const refusal = refuseSubmission(given, context);
  if (refusal) return refusal;
  const required = levelsFor(context.rules.review, {
    kind: given.kind,
    features: given.features,
    stage: context.state.stage,
    handlerKinds: handlerKindsOf(context),
  });
  const chain = reviewChain(required.levels, context, barredFrom(context, []));
  const submission = submissionOf(given, chain, context);
  return step(
    firstOf(context, submission),
    (next) => ({ type: 'ReviewSubmitted', data: { ...submission, next } }),
    [...required.basis, ...context.act.basis],
  );
}

function refuseSubmission(
  { document, trialLimit }: SubmittedDocument,
  context: Reviewing,
): Refusal | undefined {
  const { state, on } = context;
  if (triersOf(context.tried).length === 0) return refuse('panel-unknown');
  const outsider = refuseOutsider(context);
  if (outsider) return outsider;
  if (trialLimit !== null && trialLimit < on) return refuse('trial-limit-passed', 'trialLimit');
  const isKnown = [...state.reviews.values()].some(
    (review) => review.standing.at !== 'withdrawn' && review.document.sha256 === document.sha256,
  );
  return isKnown ? refuse('same-document', 'document') : undefined;
}

type Unsent = Omit<Submission, 'next'>;

function submissionOf(given: SubmittedDocument, chain: ReviewChain, context: Reviewing): Unsent {
  const { state } = context;
  const { document, kind, features, urgent } = given;
  return {
    review: String(state.reviews.size + 1),
    document,
    kind,
    features,
    urgent,
    stage: state.stage,
    handlerKinds: handlerKindsOf(context),
    ...chain,
    committeeMandatory: isForCommittee(given, context),
    latest: latestDay(given, context),
  };
}

function isForCommittee({ features }: SubmittedDocument, { tried, code, on }: Reviewing): boolean {
  const courtLevel = courtOfCode(code)?.level;
  if (courtLevel === undefined) return false;
  const referrals = committeeReferral({ caseType: tried.caseType, courtLevel, features, on });
  return referrals.some(({ demand }) => demand === 'mandatory');
}

/** The whole review takes no longer than this, and ends a good while before the time for the trial does. */
function latestDay({ trialLimit }: SubmittedDocument, { facts, rules, on }: Reviewing): CountedDay {
  const { totalWorkingDays, daysBeforeTrialLimit } = rules.review.limits;
  const total = addWorkingDays(facts.calendar, on, totalWorkingDays);
  if (trialLimit === null) return total;
  const before = daysBefore(trialLimit, daysBeforeTrialLimit);
  return before < total.date ? { date: before < on ? on : before, provisional: false } : total;
}

function firstOf(context: Reviewing, submission: Unsent): Going | Refusal {
  const [first] = submission.steps;
  const review: OnItsWay = {
    id: submission.review,
    moves: 0,
    committeeDecided: false,
    submission: { ...submission, next: { at: 'committee' } },
  };
  if (first) return toReviewer(context, review, first);
  return toSignature(context, review, submission.passedOver.length === 0 ? 'notRequired' : 'noReviewer');
}
