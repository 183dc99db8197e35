import { clausesInForce, type WarningThreshold } from '@liuhen/courts';
import { isRefusal, type CalendarDate, type Refusal } from '@liuhen/kernel';
import { COMMITTEE_POLICY, committeePolicyOf, type CommitteePolicy } from './committee-policy';
import type { CourtFacts } from './court-facts';
import { MEETING_POLICY, meetingPolicyOf, type MeetingPolicy } from './meeting-policy';
import { REVIEW_POLICY, reviewPolicyOf, type ReviewPolicy } from './review-policy';
import { WARNING_POLICY, warningThresholdsOf } from './warning-policy';

/** 审判权责规则 that bind a court on a day. */
export interface CourtRules {
  readonly review: ReviewPolicy;
  readonly meeting: MeetingPolicy;
  readonly committee: CommitteePolicy;
  readonly thresholds: readonly WarningThreshold[];
}

/** @returns Refusal `policy-missing` where the court goes by no rule. */
export function rulesOf(facts: CourtFacts, courtId: string, on: CalendarDate): CourtRules | Refusal {
  const clauses = (policy: string) => clausesInForce(facts.policies, facts.courts, policy, courtId, on);
  const review = reviewPolicyOf(clauses(REVIEW_POLICY));
  if (isRefusal(review)) return review;
  const meeting = meetingPolicyOf(clauses(MEETING_POLICY));
  if (isRefusal(meeting)) return meeting;
  const committee = committeePolicyOf(clauses(COMMITTEE_POLICY));
  if (isRefusal(committee)) return committee;
  const warnings = warningThresholdsOf(clauses(WARNING_POLICY));
  if (isRefusal(warnings)) return warnings;
  return { review, meeting, committee, thresholds: warnings.thresholds };
}
