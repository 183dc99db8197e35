import type { Decision, DocumentReference, Message, Refusal } from '@liuhen/kernel';
import { chargeWith, leaderAt, type HearingCourt } from '../court-rules/hearing-court';
import { signersOf, triersOf } from '../court-rules/tried-case';
import { lawArticleOf, organicLaw } from '../law/citation';
import type { DocumentFeature } from '../law/document-features';
import type { AdjudicationCommitteeEvent, ApplicationId } from './adjudication-committee.events';
import { refuse } from './adjudication-committee.refusals';
import { inner } from '../court-rules/inner';
import type { MattersOfCase } from './matters';
import { referralLaw } from './referral-law';

export type ApplyCommand = Message<
  'ApplyToCommittee',
  { readonly features: readonly DocumentFeature[]; readonly reasons: string }
>;

export type ReconsiderCommand = Message<
  'ReconsiderApplication',
  {
    readonly application: ApplicationId;
    readonly outcome: 'maintained' | 'changed';
    readonly response: string;
    readonly deliberation: DocumentReference;
    readonly signedBy: readonly string[];
  }
>;

type Decided = Decision<AdjudicationCommitteeEvent>;

/** 申请: outside a review, by the presiding judge for the panel, or by the sole judge. */
export function apply(
  { features, reasons }: ApplyCommand['data'],
  state: MattersOfCase,
  court: HearingCourt,
): Decided {
  const applicant = refuseApplicant(court);
  if (applicant) return applicant;
  const isPending =
    [...state.awaited.values()].some(({ review, reconsiders }) => review === null && reconsiders === null) ||
    state.advised.size > 0;
  if (isPending) return refuse('committee-already-applied');
  const application = String(state.applications + 1);
  const { mandatory, law } = referralLaw(features, court);
  const charge = chargePresident(court, mandatory, `application-${application}/1`);
  if (!charge) return refuse('committee-no-president');
  const data = { application, features, reasons, mandatory, law, charge };
  const basis = [court.rules.committee.referral.basis, ...organicLaw('39.1').map(lawArticleOf), ...law];
  return [inner({ type: 'CommitteeApplied', data }, court.act, basis)];
}

/** 审判长; where the record names none, as before this was recorded, whoever sits on the panel. */
export function refuseApplicant({ tried, act }: HearingCourt): Refusal | undefined {
  const { person } = act.actor;
  const may =
    tried.presidingJudge === null ? triersOf(tried).includes(person) : tried.presidingJudge === person;
  return may ? undefined : refuse('committee-applicant');
}

export function chargePresident(court: HearingCourt, mandatory: boolean, name: string) {
  const president = leaderAt(court, 'president');
  if (!president) return undefined;
  const kind = mandatory ? 'mandatoryCommitteeReferral' : 'committeeReferral';
  return chargeWith(court, kind, name, president, court.rules.committee.referral.workingDays);
}

/** 复议: the panel keeps its view, and the president decides again; or it changes it, and needs no committee. */
export function reconsider(
  given: ReconsiderCommand['data'],
  state: MattersOfCase,
  court: HearingCourt,
): Decided {
  const advised = state.advised.get(given.application);
  if (!advised) return refuse('committee-not-reconsidering', 'application');
  const { person } = court.act.actor;
  if (!triersOf(court.tried).includes(person)) return refuse('committee-not-panel');
  if (!isWholePanel(given.signedBy, court)) return refuse('committee-deliberation-not-signed', 'signedBy');
  const isMaintained = given.outcome === 'maintained';
  const name = `application-${given.application}/2`;
  const charge = isMaintained ? chargePresident(court, advised.mandatory, name) : null;
  if (charge === undefined) return refuse('committee-no-president');
  const data = { ...given, duty: advised.duty, charge };
  const basis = organicLaw('31').map(lawArticleOf);
  return [inner({ type: 'ApplicationReconsidered', data }, court.act, basis)];
}

function isWholePanel(persons: readonly string[], { tried }: HearingCourt): boolean {
  const panel = signersOf(tried);
  return persons.length === panel.length && panel.every((member) => persons.includes(member));
}
