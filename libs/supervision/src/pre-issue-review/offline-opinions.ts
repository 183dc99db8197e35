import type { Decision, DocumentReference, Message, Refusal } from '@liuhen/kernel';
import { mayAnswerFor } from '../court-rules/charge';
import { handlingJudgeOf } from '../court-rules/hearing-court';
import type { ReviewLevel } from '../court-rules/review-policy';
import { triersOf } from '../court-rules/tried-case';
import { inner } from './going-on';
import { besideMoves, numberAfter } from './objections';
import type { Opinion, PreIssueReviewEvent, ReviewStep } from './pre-issue-review.events';
import { refuse } from './pre-issue-review.refusals';
import type { OfflineEntry, Review } from './review';
import { charge, type Reviewing } from './reviewing';

/** 补录: entered by either side, confirmed or contested by the other; unanswered it stands as such. */
export type OfflineCommand =
  | Message<'RecordOffline', SpokenOpinion>
  | Message<'ConfirmOffline', { readonly entry: string }>
  | Message<'ContestOffline', { readonly entry: string; readonly reasons: string }>;

/** What was said aloud or on paper; when, is the act's `occurredAt`. */
export interface SpokenOpinion {
  readonly level: ReviewLevel;
  readonly opinion: Opinion;
  readonly text: string;
  readonly witness: string | null;
  readonly attachment: DocumentReference | null;
}

type Decided = Decision<PreIssueReviewEvent>;

export function recordOffline(said: SpokenOpinion, review: Review, context: Reviewing): Decided {
  const step = review.steps.find(({ level }) => level === said.level);
  if (!step) return refuse('not-a-reviewer-here', 'level');
  const enteredBy = sideOf(step.holder, context);
  if (enteredBy === undefined) return refuse('panel-act-not-permitted');
  const other = enteredBy === 'reviewer' ? handlingJudgeOf(context) : step.holder;
  const { confirmWorkingDays, basis } = context.rules.review.offline;
  const terms = charge(context, besideMoves(review), 'offlineConfirmation', other, confirmWorkingDays);
  const entry = numberAfter(review.offline);
  const data = { review: review.id, entry, ...said, reviewer: step.holder, enteredBy, charge: terms };
  return [inner({ type: 'OfflineOpinionRecorded', data }, { basis: [basis, ...context.act.basis] })];
}

export function answerOffline(
  command: Extract<OfflineCommand, { type: 'ConfirmOffline' | 'ContestOffline' }>,
  review: Review,
  context: Reviewing,
): Decided {
  const recorded = review.offline.get(command.data.entry);
  if (recorded?.status !== 'unconfirmed') return refuse('entry-not-found');
  const refusal = refuseAnswer(recorded, context);
  if (refusal) return refusal;
  const data = { review: review.id, duty: recorded.charge.duty };
  const details = { basis: [context.rules.review.offline.basis, ...context.act.basis] };
  return command.type === 'ConfirmOffline'
    ? [inner({ type: 'OfflineOpinionConfirmed', data: { ...data, ...command.data } }, details)]
    : [inner({ type: 'OfflineOpinionContested', data: { ...data, ...command.data } }, details)];
}

function refuseAnswer({ enteredBy, reviewer }: OfflineEntry, context: Reviewing): Refusal | undefined {
  const side = sideOf(reviewer, context);
  if (side === undefined) return refuse('panel-act-not-permitted');
  return side === enteredBy ? refuse('own-entry') : undefined;
}

function sideOf(reviewer: ReviewStep['holder'], context: Reviewing): OfflineEntry['enteredBy'] | undefined {
  if (triersOf(context.tried).includes(context.act.actor.person)) return 'panel';
  return mayAnswerFor(context, reviewer) ? 'reviewer' : undefined;
}

/** The other side let its time pass: the entry stands unconfirmed. */
export function lapseOffline(
  entry: string,
  recorded: OfflineEntry,
  review: Review,
  { on, rules }: Reviewing,
): Decided {
  const { due, duty } = recorded.charge;
  if (due === null || on <= due) return refuse('not-lapsed');
  const data = { review: review.id, entry, duty };
  return [inner({ type: 'OfflineOpinionUnanswered', data }, { basis: [rules.review.offline.basis] })];
}
