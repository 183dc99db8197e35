import type { Decision, DocumentReference, Message } from '@liuhen/kernel';
import type { HearingCourt } from '../court-rules/hearing-court';
import { triersOf } from '../court-rules/tried-case';
import { collegialPanelProvisions, lawArticleOf, organicLaw } from '../law/citation';
import type { AdjudicationCommitteeEvent, CommitteeMatterId } from './adjudication-committee.events';
import { refuse } from './adjudication-committee.refusals';
import { chargePresident, refuseApplicant } from './apply';
import { inner } from '../court-rules/inner';
import type { MattersOfCase } from './matters';

export type RequestCommand = Message<
  'RequestReconsideration',
  { readonly committee: CommitteeMatterId; readonly reasons: string }
>;

export type CarryOutCommand = Message<
  'CarryOutDecision',
  { readonly committee: CommitteeMatterId; readonly document: DocumentReference }
>;

type Decided = Decision<AdjudicationCommitteeEvent>;

/** 提请复议: the panel objects to what was decided, once, before it signs; the decision binds meanwhile. */
export function requestReconsideration(
  { committee, reasons }: RequestCommand['data'],
  { matters }: MattersOfCase,
  court: HearingCourt,
): Decided {
  const matter = matters.get(committee);
  const applicant = refuseApplicant(court);
  if (applicant) return applicant;
  if (!matter?.decided || matter.closed) return refuse('committee-not-decided', 'committee');
  if (matter.reconsideration !== 'none') return refuse('committee-reconsidered-before');
  const charge = chargePresident(court, false, `committee-${committee}/1`);
  if (!charge) return refuse('committee-no-president');
  const data = { committee, review: matter.review, reasons, charge };
  const basis = [court.rules.committee.referral.basis, ...collegialPanelProvisions('13').map(lawArticleOf)];
  return [inner({ type: 'CommitteeReconsiderationRequested', data }, court.act, basis)];
}

/** 执行: outside a review, the document that states the decision and its reasons. */
export function carryOut(
  { committee, document }: CarryOutCommand['data'],
  { matters }: MattersOfCase,
  court: HearingCourt,
): Decided {
  if (!triersOf(court.tried).includes(court.act.actor.person)) return refuse('committee-not-panel');
  const matter = matters.get(committee);
  if (!matter?.conforming) return refuse('committee-nothing-to-carry-out', 'committee');
  if (matter.review !== null) return refuse('committee-carried-out-in-review');
  const data = { committee, duty: matter.conforming, document };
  return [
    inner({ type: 'CommitteeDecisionCarriedOut', data }, court.act, organicLaw('39').map(lawArticleOf)),
  ];
}
