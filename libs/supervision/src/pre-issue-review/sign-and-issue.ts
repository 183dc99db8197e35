import { isRefusal, type Decision, type DocumentReference, type Message } from '@liuhen/kernel';
import { lawArticleOf, organicLaw } from '../law/citation';
import type { PreIssueReviewEvent } from './pre-issue-review.events';
import { refuse } from './pre-issue-review.refusals';
import { isLapsed, lapse } from './lapse';
import { isOpen, type OpenStanding, type Review } from './review';
import { isWholePanel, refuseOutsider, type Reviewing } from './reviewing';

export type IssuingCommand =
  | Message<'Sign', { readonly document: DocumentReference; readonly signers: readonly string[] }>
  | Message<'Issue', { readonly document: DocumentReference; readonly clerical: ClericalCorrection | null }>;

/** 校对性修改: the only way in which what is issued may differ from what was signed. */
export interface ClericalCorrection {
  readonly corrections: readonly string[];
  readonly reason: string;
}

type Decided = Decision<PreIssueReviewEvent>;

const PANEL_SIGNS = organicLaw('32').map(lawArticleOf);

/**
 * The panel signs what is cleared. What is urgent it may sign at any time, and what nobody answered in time it may sign
 * as soon as that time is over, whether or not anything has noticed: silence is no veto.
 */
export function sign(
  { document, signers }: Extract<IssuingCommand, { type: 'Sign' }>['data'],
  review: Review,
  context: Reviewing,
): Decided {
  const outsider = refuseOutsider(context);
  if (outsider) return outsider;
  if (!isOpen(review.standing)) return refuse('already-finished');
  if (document.sha256 !== review.document.sha256) return refuse('not-what-was-cleared', 'document');
  if (!isWholePanel(signers, context)) return refuse('not-signed-by-all', 'signers');
  return signOpen(review.standing, { document, signers }, review, context);
}

function signOpen(
  standing: OpenStanding,
  signed: { readonly document: DocumentReference; readonly signers: readonly string[] },
  review: Review,
  context: Reviewing,
): Decided {
  if (standing.at === 'signature')
    return [signature(standing.clearance, standing.charge.duty, signed, review)];
  if (review.submission.committeeMandatory || review.committeeDecided) return refuse('committee-must-decide');
  if (review.submission.urgent !== null) return [signature('urgent', standing.charge.duty, signed, review)];
  if (!isLapsed(standing, context)) return refuse('not-free-to-sign');
  return signLapsed(signed, review, context);
}

/** The lapse is recorded first; where another reviewer comes next, he has his time before the panel signs. */
function signLapsed(
  signed: { readonly document: DocumentReference; readonly signers: readonly string[] },
  review: Review,
  context: Reviewing,
): Decided {
  const lapsed = lapse(review, context);
  if (isRefusal(lapsed)) return lapsed;
  const next = lapsed.flatMap((event) => (event.type === 'ReviewLapsed' ? [event.data.next] : []))[0];
  if (next?.at !== 'signature') return refuse('not-free-to-sign');
  return [...lapsed, signature(next.clearance, next.charge.duty, signed, review)];
}

function signature(
  clearance: Extract<PreIssueReviewEvent, { type: 'DocumentSigned' }>['data']['clearance'],
  duty: string,
  signed: { readonly document: DocumentReference; readonly signers: readonly string[] },
  { id, disagreements }: Review,
) {
  const data = { review: id, duty, ...signed, clearance, disagreements };
  return { type: 'DocumentSigned', data, secrecy: 'inner', basis: PANEL_SIGNS } as const;
}

/** What is issued is what was signed, but for corrections that proof-reading found. */
export function issue(
  { document, clerical }: Extract<IssuingCommand, { type: 'Issue' }>['data'],
  review: Review,
  context: Reviewing,
): Decided {
  const outsider = refuseOutsider(context);
  if (outsider) return outsider;
  const { standing } = review;
  if (standing.at === 'issued' || standing.at === 'withdrawn') return refuse('already-finished');
  if (standing.at !== 'signed') return refuse('not-signed');
  const isSame = document.sha256 === standing.document.sha256;
  if (!isSame && clerical === null) return refuse('not-what-was-signed', 'document');
  if (isSame && clerical !== null) return refuse('nothing-was-corrected', 'clerical');
  return [{ type: 'DocumentIssued', data: { review: review.id, document, clerical }, basis: PANEL_SIGNS }];
}
