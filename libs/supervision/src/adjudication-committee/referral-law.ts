import { courtAt, courtOfCode } from '@liuhen/courts';
import type { LawArticle } from '@liuhen/kernel';
import type { HearingCourt } from '../court-rules/hearing-court';
import { committeeReferral } from '../law/committee-referral';
import type { DocumentFeature } from '../law/document-features';

/** Whether a case must go to the committee, and the articles of the day that say that it must or may. */
export interface ReferralLaw {
  readonly mandatory: boolean;
  readonly law: readonly LawArticle[];
}

export const levelOf = ({ facts, code, on }: HearingCourt) =>
  courtAt(facts.courts, code, on)?.level ?? courtOfCode(code)?.level;

export function referralLaw(features: readonly DocumentFeature[], court: HearingCourt): ReferralLaw {
  const courtLevel = levelOf(court);
  if (courtLevel === undefined) return { mandatory: false, law: [] };
  const { caseType } = court.tried;
  const referrals = committeeReferral({ caseType, courtLevel, features, on: court.on });
  const mandatory = referrals.filter(({ demand }) => demand === 'mandatory');
  const said = mandatory.length > 0 ? mandatory : referrals;
  return { mandatory: mandatory.length > 0, law: said.flatMap(({ law }) => law) };
}
