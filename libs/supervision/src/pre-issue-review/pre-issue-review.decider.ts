import { isRefusal, type Decider, type Decision, type Message } from '@liuhen/kernel';
import type { CourtFacts } from '../court-rules/court-facts';
import { evolveReviews, type ReviewState } from './evolve-reviews';
import { giveOpinion, type OpinionCommand } from './give-opinion';
import { heededEvents, type HeededEvent } from './heeded-events';
import { lapse } from './lapse';
import { answerObjection, object, type ObjectionCommand } from './objections';
import { answerOffline, lapseOffline, recordOffline, type OfflineCommand } from './offline-opinions';
import { actAsPanel, type PanelCommand } from './panel-acts';
import type { PreIssueReviewEvent, ReviewId } from './pre-issue-review.events';
import { refuse } from './pre-issue-review.refusals';
import { isOpen, type Review } from './review';
import { reviewing, type Reviewing } from './reviewing';
import { issue, sign, type IssuingCommand } from './sign-and-issue';
import { submit, type SubmittedDocument } from './submit-document';

/** What can be asked of a review that exists; `Lapse` is the clock's. */
export type StepCommand =
  | OpinionCommand
  | PanelCommand
  | IssuingCommand
  | ObjectionCommand
  | OfflineCommand
  | Message<'Lapse', { readonly duty: string }>;

export type PreIssueReviewCommand =
  | Message<'Submit', SubmittedDocument>
  | Message<'TakeStep', { readonly review: ReviewId; readonly step: StepCommand }>;

/** 案件阅核. There is no command by which a reviewer could change a result or a document. */
export const preIssueReviewDecider: Decider<ReviewState, PreIssueReviewCommand, HeededEvent, CourtFacts> = {
  events: heededEvents,
  initial: { status: 'none' },

  decide(command, state, act, facts) {
    if (state.status === 'none') return refuse('case-not-found');
    const context = reviewing(state, act, facts);
    if (isRefusal(context)) return context;
    if (command.type === 'Submit') return submit(command.data, context);
    const review = state.reviews.get(command.data.review);
    return review ? takeStep(command.data.step, review, context) : refuse('review-not-found');
  },

  evolve: evolveReviews,
};

function takeStep(step: StepCommand, review: Review, context: Reviewing): Decision<PreIssueReviewEvent> {
  switch (step.type) {
    case 'Sign':
      return sign(step.data, review, context);
    case 'Issue':
      return issue(step.data, review, context);
    case 'Object':
      return object(step.data, review, context);
    case 'AnswerObjection':
      return answerObjection(step.data, review, context);
    case 'RecordOffline':
      return recordOffline(step.data, review, context);
    case 'ConfirmOffline':
    case 'ContestOffline':
      return answerOffline(step, review, context);
    case 'Lapse':
      return lapseDuty(step.data.duty, review, context);
    case 'Resubmit':
    case 'Reconsider':
    case 'SubmitConforming':
    case 'Withdraw':
      return actAsPanel(step, review, context);
    default:
      return giveOpinion(step, review, context);
  }
}

function lapseDuty(duty: string, review: Review, context: Reviewing): Decision<PreIssueReviewEvent> {
  if (context.act.actor.party !== 'system') return refuse('not-lapsed');
  if (isOpen(review.standing) && review.standing.charge.duty === duty) return lapse(review, context);
  const entry = [...review.offline].find(
    ([, { charge, status }]) => charge.duty === duty && status === 'unconfirmed',
  );
  return entry ? lapseOffline(...entry, review, context) : refuse('not-lapsed');
}
