import { isRefusal, type Decision, type Message, type Refusal } from '@liuhen/kernel';
import { mayAnswerFor } from '../court-rules/charge';
import { leaderAt } from '../court-rules/hearing-court';
import type { ReviewLevel } from '../court-rules/review-policy';
import { collegialPanelProvisions, lawArticleOf } from '../law/citation';
import {
  inner,
  step as stepOn,
  toCommittee,
  toCorrection,
  toReconsideration,
  toReviewer,
  toSignature,
  type Going,
} from './going-on';
import type { Issue, PreIssueReviewEvent, ReviewStep } from './pre-issue-review.events';
import { refuse } from './pre-issue-review.refusals';
import { reviewerAbove } from './review-chain';
import { stepAfter, type Review, type Standing } from './review';
import { barredFrom, charge, type Reviewing } from './reviewing';

/** What a reviewer may say. No opinion has a place for a result. */
export type OpinionCommand =
  | Message<'Concur', { readonly remark: string | null }>
  | Message<'ReturnForForm', { readonly defects: readonly string[] }>
  | Message<'AdviseReconsideration', { readonly issues: readonly Issue[]; readonly reasons: string }>
  | Message<'ReferToMeeting', { readonly questions: readonly string[] }>
  | Message<'RequestCommittee', { readonly reasons: string }>
  | Message<'Escalate', { readonly reasons: string }>
  | Message<'Recuse', { readonly reasons: string }>;

type Decided = Decision<PreIssueReviewEvent>;
type UnderReview = Extract<Standing, { at: 'review' }>;

const MAY_ADVISE = collegialPanelProvisions('17.1').map(lawArticleOf);

export function giveOpinion(command: OpinionCommand, review: Review, context: Reviewing): Decided {
  const { standing } = review;
  if (standing.at !== 'review') return refuse('not-under-review');
  const refusal = refuseReviewer(standing.step, review, context);
  if (refusal) return refusal;
  const given = { review: review.id, level: standing.step.level, duty: standing.charge.duty };
  const basis = [...standing.step.basis, ...context.act.basis];
  switch (command.type) {
    case 'Concur': {
      const { remark } = command.data;
      return stepOn(
        afterConcurrence(standing.step, review, context),
        (next) => ({ type: 'ReviewConcurred', data: { ...given, remark, next } }),
        basis,
      );
    }
    case 'ReturnForForm': {
      const { defects } = command.data;
      return stepOn(
        toCorrection(context, review),
        (next) => ({ type: 'ReviewReturned', data: { ...given, defects, next } }),
        basis,
      );
    }
    case 'AdviseReconsideration':
      return advise(command.data, given, review, context);
    case 'ReferToMeeting':
      return referToMeeting(command.data.questions, given, standing, review, context);
    case 'RequestCommittee':
      return requestCommittee(command.data.reasons, given.duty, review, context);
    case 'Escalate':
      return escalate(command.data.reasons, given, standing.step, review, context);
    case 'Recuse':
      return recuse(command.data.reasons, given, standing.step, review, context);
  }
}

interface Given {
  readonly review: string;
  readonly level: ReviewLevel;
  readonly duty: string;
}

/** The reviewer, their delegate, or who answers for an absent one; never somebody who tried the case. */
function refuseReviewer({ holder }: ReviewStep, review: Review, context: Reviewing): Refusal | undefined {
  if (!mayAnswerFor(context, holder)) return refuse('review-not-permitted');
  return barredFrom(context, review.recused).has(context.act.actor.person)
    ? refuse('reviewer-tried-the-case')
    : undefined;
}

function afterConcurrence(step: ReviewStep, review: Review, context: Reviewing): Going | Refusal {
  const next = stepAfter(review, step);
  return next ? toReviewer(context, review, next) : toSignature(context, review, 'noObjection');
}

function advise(
  { issues, reasons }: { readonly issues: readonly Issue[]; readonly reasons: string },
  given: Given,
  review: Review,
  context: Reviewing,
): Decided {
  const { issueMinimum, rounds } = context.rules.review;
  const short = issues.findIndex(({ text }) => [...text.trim()].length < issueMinimum.issueTextMin);
  if (short !== -1) return refuse('issue-too-short', `issues[${short}].text`);
  if (review.committeeDecided) return refuse('committee-already-decided');
  if (review.round >= mostRounds(review, context)) return refuse('too-many-rounds');
  const data = { ...given, round: review.round + 1, issues, reasons };
  return stepOn(
    toReconsideration(context, review, 'reviewer'),
    (next) => ({ type: 'ReconsiderationAdvised', data: { ...data, next } }),
    [rounds.basis, ...MAY_ADVISE, ...context.act.basis],
  );
}

/** How often reviewers may advise reconsideration in one review. */
export const mostRounds = ({ submission }: Review, { rules }: Reviewing): number =>
  submission.features.includes('fourType') ? rules.review.rounds.fourTypeMax : rules.review.rounds.max;

function referToMeeting(
  questions: readonly string[],
  given: Given,
  { step }: UnderReview,
  review: Review,
  context: Reviewing,
): Decided {
  if (review.meeting !== null) return refuse('already-discussed');
  const convener = leaderAt(context, 'divisionChief') ?? leaderAt(context, 'vicePresident');
  const chair = convener ?? leaderAt(context, 'president');
  if (!chair) return refuse('no-convener');
  const { workingDays, basis } = context.rules.meeting.convening;
  const terms = charge(context, review, 'meetingConvening', chair, workingDays);
  const data = { ...given, questions, reviewer: step.holder, charge: terms };
  return [
    inner({ type: 'ReferredToMeeting', data }, { basis: [...step.basis, basis, ...context.act.basis] }),
  ];
}

function requestCommittee(reasons: string, duty: string, review: Review, context: Reviewing): Decided {
  if (review.committeeDecided) return refuse('committee-already-decided');
  const going = toCommittee(context, review, 'reviewer', reasons, duty);
  return isRefusal(going) ? going : going.then;
}

function escalate(
  reasons: string,
  given: Given,
  step: ReviewStep,
  review: Review,
  context: Reviewing,
): Decided {
  const next = nextAbove(step, review, context);
  if (!next) return refuse('no-level-above');
  return stepOn(
    toReviewer(context, review, next),
    (to) => ({ type: 'ReviewEscalated', data: { ...given, reasons, next: to } }),
    step.basis,
  );
}

function recuse(
  reasons: string,
  given: Given,
  step: ReviewStep,
  review: Review,
  context: Reviewing,
): Decided {
  const { person } = context.act.actor;
  const without = { ...review, recused: [...review.recused, person] };
  const next = nextAbove(step, without, context);
  const going = next ? toReviewer(context, review, next) : toSignature(context, review, 'noReviewer');
  return stepOn(
    going,
    (to) => ({ type: 'ReviewerRecused', data: { ...given, person, reasons, next: to } }),
    step.basis,
  );
}

/** The next reviewer of the chain, or the first one above it, who may review. */
const nextAbove = (step: ReviewStep, review: Review, context: Reviewing): ReviewStep | undefined =>
  reviewerAbove(step.level, step.basis, context, barredFrom(context, review.recused));
