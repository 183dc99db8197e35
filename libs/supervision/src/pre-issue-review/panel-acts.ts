import { type Decision, type DocumentReference, type Message, type Refusal } from '@liuhen/kernel';
import { lawArticleOf, organicLaw } from '../law/citation';
import { mostRounds } from './give-opinion';
import { inner, step, toCommittee, toReviewer, toSignature, type Going } from './going-on';
import type { PreIssueReviewEvent } from './pre-issue-review.events';
import { refuse } from './pre-issue-review.refusals';
import { isOpen, type Review, type Standing } from './review';
import { isWholePanel, refuseOutsider, type Reviewing } from './reviewing';

/** What the panel does with its document while it is under review. */
export type PanelCommand =
  | Message<'Resubmit', { readonly document: DocumentReference; readonly corrections: readonly string[] }>
  | Message<'Reconsider', Reconsideration>
  | Message<'SubmitConforming', { readonly document: DocumentReference }>
  | Message<'Withdraw', { readonly reasons: string }>;

/** 复议: the panel keeps or changes its view, by a deliberation that all of it signs. */
export interface Reconsideration {
  readonly outcome: 'maintained' | 'changed';
  readonly response: string;
  readonly deliberation: DocumentReference;
  readonly signedBy: readonly string[];
  readonly document: DocumentReference | null;
}

type Decided = Decision<PreIssueReviewEvent>;

export function actAsPanel(command: PanelCommand, review: Review, context: Reviewing): Decided {
  const outsider = refuseOutsider(context);
  if (outsider) return outsider;
  switch (command.type) {
    case 'Resubmit':
      return resubmit(command.data, review, context);
    case 'Reconsider':
      return reconsider(command.data, review, context);
    case 'SubmitConforming':
      return submitConforming(command.data.document, review, context);
    case 'Withdraw':
      return withdraw(command.data.reasons, review);
  }
}

function resubmit(
  { document, corrections }: Extract<PanelCommand, { type: 'Resubmit' }>['data'],
  review: Review,
  context: Reviewing,
): Decided {
  const { standing } = review;
  if (standing.at !== 'correction') return refuse('not-returned');
  const given = { review: review.id, duty: standing.charge.duty, version: review.version + 1 };
  return step(backToReviewer(review, context), (next) => ({
    type: 'DocumentResubmitted',
    data: { ...given, document, corrections, next },
  }));
}

/** To the reviewer who had it last; where there was none, it is free. */
const backToReviewer = (review: Review, context: Reviewing): Going | Refusal =>
  review.step ? toReviewer(context, review, review.step) : toSignature(context, review, 'notRequired');

function reconsider(given: Reconsideration, review: Review, context: Reviewing): Decided {
  const { standing } = review;
  if (standing.at !== 'reconsideration') return refuse('not-reconsidering');
  const refusal = refuseReconsideration(given, review, context);
  if (refusal) return refusal;
  const { outcome, document, ...rest } = given;
  const version = document === null ? review.version : review.version + 1;
  const { cause, charge } = standing;
  const data = { ...rest, review: review.id, duty: charge.duty, cause, outcome, document, version };
  return step(
    afterReconsideration(outcome, standing, review, context),
    (next) => ({ type: 'PanelReconsidered', data: { ...data, next } }),
    [...PANEL_DECIDES, ...context.act.basis],
  );
}

const PANEL_DECIDES = organicLaw('31').map(lawArticleOf);

/** A changed conclusion is the panel's own act: a new deliberation, signed by all, and a new document. */
function refuseReconsideration(
  { outcome, signedBy, document }: Reconsideration,
  review: Review,
  context: Reviewing,
): Refusal | undefined {
  if (!isWholePanel(signedBy, context)) return refuse('deliberation-not-signed-by-all', 'signedBy');
  if (outcome === 'changed' && (document === null || document.sha256 === review.document.sha256))
    return refuse('changed-view-needs-document', 'document');
  if (outcome === 'maintained' && document !== null) return refuse('kept-view-needs-no-document', 'document');
  return undefined;
}

/**
 * The reviewer sees what came of it. But the panel that keeps its view when rounds are used up is free to sign, and a
 * case of the four types in which it departs from the judges' meeting goes to the committee.
 */
function afterReconsideration(
  outcome: Reconsideration['outcome'],
  { cause }: Extract<Standing, { at: 'reconsideration' }>,
  review: Review,
  context: Reviewing,
): Going | Refusal {
  if (cause === 'president' && outcome === 'maintained')
    return toCommittee(context, review, 'panel', '院长建议复议后，合议庭维持原意见');
  if (cause === 'meeting' && departsFromMeeting(outcome, review) && isFourType(review))
    return toCommittee(context, review, 'panel', '四类案件，合议庭意见与专业法官会议多数意见不一致');
  if (cause === 'reviewer' && outcome === 'maintained' && review.round >= mostRounds(review, context))
    return toSignature(context, review, 'roundsExhausted');
  return backToReviewer(review, context);
}

const isFourType = ({ submission }: Review): boolean => submission.features.includes('fourType');

const departsFromMeeting = (outcome: Reconsideration['outcome'], { meeting }: Review): boolean =>
  meeting === 'noMajority' || (meeting === 'otherView') === (outcome === 'maintained');

function submitConforming(document: DocumentReference, review: Review, context: Reviewing): Decided {
  const { standing } = review;
  if (standing.at !== 'conforming') return refuse('not-conforming');
  const given = { review: review.id, duty: standing.charge.duty, version: review.version + 1 };
  return step(toSignature(context, review, 'committee'), (next) => ({
    type: 'ConformingDocumentSubmitted',
    data: { ...given, document, next },
  }));
}

function withdraw(reasons: string, review: Review): Decided {
  const { standing, id } = review;
  if (!isOpen(standing)) return refuse('already-finished');
  if (review.committeeDecided) return refuse('committee-already-decided');
  const data = { review: id, duty: standing.charge.duty, reasons };
  return [inner({ type: 'ReviewWithdrawn', data })];
}
