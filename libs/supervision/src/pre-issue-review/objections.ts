import type { Decision, DutyHolder, Message } from '@liuhen/kernel';
import { mayAnswerFor } from '../court-rules/charge';
import { leaderAt } from '../court-rules/hearing-court';
import type { ReviewLevel } from '../court-rules/review-policy';
import { inner } from './going-on';
import type { ObjectionAddressee, PreIssueReviewEvent } from './pre-issue-review.events';
import { refuse } from './pre-issue-review.refusals';
import type { Review } from './review';
import { charge, refuseOutsider, type Reviewing } from './reviewing';

/** 异议: what the panel has against the way in which it was reviewed; it holds nothing up. */
export type ObjectionCommand =
  | Message<'Object', { readonly level: ReviewLevel; readonly to: ObjectionAddressee; readonly text: string }>
  | Message<'AnswerObjection', { readonly objection: string; readonly answer: string }>;

type Decided = Decision<PreIssueReviewEvent>;

export function object(
  { level, to, text }: Extract<ObjectionCommand, { type: 'Object' }>['data'],
  review: Review,
  context: Reviewing,
): Decided {
  const outsider = refuseOutsider(context);
  if (outsider) return outsider;
  if (!review.steps.some((step) => step.level === level)) return refuse('not-a-reviewer-here', 'level');
  const addressee = to === 'president' ? leaderAt(context, 'president') : trialManagement(context);
  if (!addressee) return refuse('no-addressee', 'to');
  const { answerWorkingDays, basis } = context.rules.review.objection;
  const terms = charge(context, besideMoves(review), 'objectionAnswer', addressee, answerWorkingDays);
  const data = {
    review: review.id,
    objection: numberAfter(review.objections),
    level,
    to,
    text,
    charge: terms,
  };
  return [inner({ type: 'ReviewObjected', data }, { basis: [basis, ...context.act.basis] })];
}

export function answerObjection(
  { objection, answer }: Extract<ObjectionCommand, { type: 'AnswerObjection' }>['data'],
  review: Review,
  context: Reviewing,
): Decided {
  const made = review.objections.get(objection);
  if (!made || made.answered) return refuse('objection-not-found');
  const { holder, duty } = made.charge;
  if (!mayAnswerFor(context, holder)) return refuse('answer-not-permitted');
  const { basis } = context.rules.review.objection;
  const data = { review: review.id, objection, duty, answer };
  return [inner({ type: 'ObjectionAnswered', data }, { basis: [basis, ...context.act.basis] })];
}

/** 审管办 of the court: its director, where there is one. */
function trialManagement({ facts: { posts }, courtId, code }: Reviewing): DutyHolder | undefined {
  const kinds = ['trialManagementDirector', 'trialManagementOfficer'];
  const here = [...posts].filter(([, { court }]) => court === courtId);
  const found = kinds.flatMap((kind) => here.filter(([, post]) => post.kind === kind))[0];
  if (!found) return undefined;
  const [post, { division }] = found;
  return { court: code, division, post, person: null, party: 'trialManagement' };
}

export const numberAfter = (made: ReadonlyMap<string, unknown>): string => String(made.size + 1);

/** Duties beside the review are numbered by themselves. */
export const besideMoves = ({ id, objections, offline }: Review) => ({
  id,
  moves: objections.size + offline.size,
});
