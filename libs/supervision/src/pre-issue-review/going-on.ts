import { isRefusal, type Basis, type Decided, type PolicyClause, type Refusal } from '@liuhen/kernel';
import { handlingJudgeOf, leaderAt } from '../court-rules/hearing-court';
import { lawArticleOf, organicLaw } from '../law/citation';
import type {
  Clearance,
  Next,
  PreIssueReviewEvent,
  ReconsiderationCause,
  ReviewStep,
} from './pre-issue-review.events';
import { refuse } from './pre-issue-review.refusals';
import type { Review } from './review';
import { charge, type Numbered, type Reviewing } from './reviewing';

type Event = Decided<PreIssueReviewEvent>;

const COMMITTEE_LAW = organicLaw('39.1').map(lawArticleOf);

/** What a step needs to know of the review that it sends on. */
export type OnItsWay = Numbered & Pick<Review, 'submission' | 'committeeDecided'>;

/** Where the document goes, by which clause until when, and what has to be recorded after the step itself. */
export interface Going {
  readonly next: Next;
  readonly basis: PolicyClause;
  readonly then: readonly Event[];
}

const going = (next: Next, basis: PolicyClause): Going => ({ next, basis, then: [] });

export function toReviewer(context: Reviewing, review: OnItsWay, step: ReviewStep): Going {
  const { urgent, latest } = review.submission;
  const isShort = urgent !== null || context.on >= latest.date;
  const { urgentWorkingDays, basis } = context.rules.review.limits;
  const terms = isShort
    ? charge(context, review, 'review', step.holder, urgentWorkingDays)
    : charge(context, review, 'review', step.holder, levelDays(context, review), latest);
  return going({ at: 'review', step, charge: terms }, basis);
}

function levelDays({ rules }: Reviewing, { submission }: OnItsWay): number {
  const { levelWorkingDays, fourTypeWorkingDays } = rules.review.limits;
  return submission.features.includes('fourType') ? fourTypeWorkingDays : levelWorkingDays;
}

export function toCorrection(context: Reviewing, review: OnItsWay): Going {
  const { correctionWorkingDays, basis } = context.rules.review.panelLimits;
  const judge = handlingJudgeOf(context);
  const terms = charge(context, review, 'formCorrection', judge, correctionWorkingDays);
  return going({ at: 'correction', charge: terms }, basis);
}

export function toReconsideration(context: Reviewing, review: OnItsWay, cause: ReconsiderationCause): Going {
  const { reconsiderationWorkingDays, basis } = context.rules.review.panelLimits;
  const judge = handlingJudgeOf(context);
  const terms = charge(context, review, 'panelReconsideration', judge, reconsiderationWorkingDays);
  return going({ at: 'reconsideration', cause, charge: terms }, basis);
}

/**
 * Nobody has more to say: the panel signs, with what was said against it on record; but what the law reserves for the
 * adjudication committee goes there.
 */
export function toSignature(context: Reviewing, review: OnItsWay, clearance: Clearance): Going | Refusal {
  if (review.submission.committeeMandatory && !review.committeeDecided)
    return toCommittee(context, review, 'panel', '依法应当由审判委员会讨论决定');
  const { conformingWorkingDays, basis } = context.rules.review.panelLimits;
  const terms = charge(context, review, 'signature', handlingJudgeOf(context), conformingWorkingDays);
  return going({ at: 'signature', clearance, charge: terms }, basis);
}

export function toCommittee(
  context: Reviewing,
  review: OnItsWay,
  by: 'reviewer' | 'panel',
  reasons: string,
  duty: string | null = null,
): Going | Refusal {
  const president = leaderAt(context, 'president');
  if (!president) return refuse('no-president');
  const mandatory = review.submission.committeeMandatory;
  const kind = mandatory ? 'mandatoryCommitteeReferral' : 'committeeReferral';
  const { workingDays, basis } = context.rules.committee.referral;
  const terms = charge(context, review, kind, president, workingDays);
  const data = { review: review.id, by, duty, mandatory, reasons, charge: terms };
  const details = { basis: [basis, ...COMMITTEE_LAW, ...context.act.basis] };
  return { next: { at: 'committee' }, basis, then: [inner({ type: 'CommitteeRequested', data }, details)] };
}

/** 阅核 and all that belongs to it goes to the inner file (副卷). */
export const inner = <Event extends PreIssueReviewEvent>(
  event: Event,
  details: Details = {},
): Decided<Event> => ({
  ...event,
  secrecy: 'inner',
  ...details,
});

type Details = Pick<Decided<PreIssueReviewEvent>, 'basis'>;

/** The step, told where the document goes from it. @param basis of the step itself. */
export function step(
  going: Going | Refusal,
  event: (next: Next) => PreIssueReviewEvent,
  basis: readonly Basis[] = [],
): readonly Event[] | Refusal {
  if (isRefusal(going)) return going;
  return [inner(event(going.next), { basis: [...basis, going.basis] }), ...going.then];
}
