import { Refusal, type Decision, type LawArticle, type Message } from '@liuhen/kernel';
import { isPresident, mayPreside } from '../court-rules/committee-members';
import { mayAnswerFor } from '../court-rules/charge';
import { chargeWith, handlingJudgeOf, type HearingCourt } from '../court-rules/hearing-court';
import { triersOf } from '../court-rules/tried-case';
import { lawArticleOf, organicLaw } from '../law/citation';
import type {
  AdjudicationCommitteeEvent,
  CommitteeMatterId,
  ReferralDecision,
} from './adjudication-committee.events';
import { adjudicationCommitteeRefusals, refuse } from './adjudication-committee.refusals';
import { inner } from '../court-rules/inner';
import { subjectOf, type AwaitedReferral, type Matter, type MattersOfCase } from './matters';
import { referralLaw } from './referral-law';

export type ReferralCommand = Message<
  'DecideReferral',
  { readonly duty: string; readonly decision: ReferralDecision; readonly reasons: string }
>;

type Given = ReferralCommand['data'];
type Decided = Decision<AdjudicationCommitteeEvent>;

/** 院长 submits, advises the panel once to reconsider, or declines what need not go to the committee. */
export function decideReferral(given: Given, state: MattersOfCase, court: HearingCourt): Decided {
  const awaited = state.awaited.get(given.duty);
  if (!awaited) return refuse('committee-not-referred', 'duty');
  const refusal = refuseWhoDecides(awaited, state, court);
  if (refusal) return refusal;
  if (awaited.reconsiders !== null) return decideReconsideration(given, awaited.reconsiders, state, court);
  if (given.decision === 'decline' && awaited.mandatory) return refuseDecline(awaited, state, court);
  if (given.decision === 'adviseReconsideration' && state.adviceUsed.has(subjectOf(awaited)))
    return refuse('committee-reconsideration-advised-before', 'decision');
  const committee = given.decision === 'submit' ? String(state.matters.size + 1) : null;
  const { review, application, mandatory, law } = awaited;
  const charge = chargeAfter(given, awaited, committee, court);
  const data = { ...given, review, application, mandatory, law, committee, charge };
  return [inner({ type: 'CommitteeReferralDecided', data }, court.act, basisOf(court, law))];
}

const basisOf = (court: HearingCourt, law: readonly LawArticle[]) => [
  court.rules.committee.decision.basis,
  ...organicLaw('39.1').map(lawArticleOf),
  ...law,
];

/** Whoever tried the case or is recused does not decide; in the president's place then a vice president does. */
function refuseWhoDecides({ charge }: AwaitedReferral, state: MattersOfCase, court: HearingCourt) {
  const { person } = court.act.actor;
  const barred = [...triersOf(court.tried), ...state.recused];
  if (barred.includes(person)) return refuse('committee-tried-the-case');
  const insteadOfPresident = mayPreside(court, person) && barred.some((each) => isPresident(court, each));
  return insteadOfPresident || mayAnswerFor(court, charge.holder)
    ? undefined
    : refuse('committee-president-decides');
}

/** With the articles that reserve the case for the committee. */
function refuseDecline({ review, law }: AwaitedReferral, state: MattersOfCase, court: HearingCourt): Refusal {
  const entry = adjudicationCommitteeRefusals['committee-mandatory'];
  const features = review === null ? [] : (state.features.get(review) ?? []);
  const ofReview = referralLaw(features, court);
  const found = law.length > 0 ? law : ofReview.mandatory ? ofReview.law : entry.law;
  return new Refusal('committee-mandatory', entry.text, { law: found, field: 'decision' });
}

/** Who is charged next; a review goes on to signature where the president declines. */
function chargeAfter(
  { decision, duty }: Given,
  { review, application, charge }: AwaitedReferral,
  committee: CommitteeMatterId | null,
  court: HearingCourt,
) {
  const { reconsiderationWorkingDays, conformingWorkingDays } = court.rules.review.panelLimits;
  const suffix = duty.split('/').at(-1) ?? '';
  const name = `${review ?? `application-${application ?? ''}`}/after-referral-${suffix}`;
  const judge = handlingJudgeOf(court);
  switch (decision) {
    case 'submit':
      return chargeCommittee(court, committee ?? '', 1, charge.holder);
    case 'adviseReconsideration':
      return chargeWith(court, 'panelReconsideration', name, judge, reconsiderationWorkingDays);
    case 'decline':
      return review === null ? null : chargeWith(court, 'signature', name, judge, conformingWorkingDays);
  }
}

export const chargeCommittee = (
  court: HearingCourt,
  committee: CommitteeMatterId,
  number: number,
  holder: Matter['holder'],
) =>
  chargeWith(
    court,
    'committeeDecision',
    `${committee}/${number}`,
    holder,
    court.rules.committee.decision.workingDays,
  );

function decideReconsideration(
  { duty, decision, reasons }: Given,
  committee: CommitteeMatterId,
  state: MattersOfCase,
  court: HearingCourt,
): Decided {
  const matter = state.matters.get(committee);
  if (!matter) return refuse('committee-matter-not-open', 'duty');
  if (decision === 'adviseReconsideration')
    return refuse('committee-reconsideration-by-decision', 'decision');
  const isSubmitted = decision === 'submit';
  const charge = isSubmitted ? chargeCommittee(court, committee, matter.charges + 1, matter.holder) : null;
  const data = { committee, review: matter.review, duty, decision, reasons, charge };
  return [inner({ type: 'CommitteeReconsiderationDecided', data }, court.act, basisOf(court, []))];
}
