import {
  addWorkingDays,
  clausesInForce,
  courtAt,
  postAtLevel,
  postKindOf,
  postsHeldBy,
  type CountedDay,
  type HeldPost,
  type LadderLevel,
  type WarningThreshold,
} from '@liuhen/courts';
import {
  chinaDateOf,
  isRefusal,
  type Act,
  type CalendarDate,
  type DutyHolder,
  type DutyTerms,
  type Refusal,
} from '@liuhen/kernel';
import { termsOf } from './charge';
import { COMMITTEE_POLICY, committeePolicyOf, type CommitteePolicy } from './committee-policy';
import type { CourtFacts } from './court-facts';
import { MEETING_POLICY, meetingPolicyOf, type MeetingPolicy } from './meeting-policy';
import { REVIEW_POLICY, reviewPolicyOf, type ReviewPolicy } from './review-policy';
import type { TriedCase } from './tried-case';
import { WARNING_POLICY, warningThresholdsOf } from './warning-policy';

/** The rules of a court by which its meetings and its committee go. */
export interface HearingRules {
  readonly meeting: MeetingPolicy;
  readonly committee: CommitteePolicy;
  readonly review: ReviewPolicy;
  readonly thresholds: readonly WarningThreshold[];
}

/** The court that hears a case, as it is on the day of an act. */
export interface HearingCourt {
  readonly tried: TriedCase;
  readonly act: Act;
  readonly facts: CourtFacts;
  readonly courtId: string;
  readonly code: string;
  /** 庭室 of the handling judge. */
  readonly division: string | null;
  readonly on: CalendarDate;
  readonly rules: HearingRules;
}

/** @returns a refusal where the court has no rules to go by. */
export function hearingCourt(tried: TriedCase, act: Act, facts: CourtFacts): HearingCourt | Refusal {
  const on = chinaDateOf(act.at);
  const code = tried.court.code ?? act.court;
  const courtId = courtAt(facts.courts, code, on)?.id ?? code;
  const rules = rulesOn(facts, courtId, on);
  if (isRefusal(rules)) return rules;
  const handler = postsHeldBy(facts.posts, handlerOf(tried), on).find(({ court }) => court === courtId);
  return { tried, act, facts, courtId, code, division: handler?.division ?? null, on, rules };
}

function rulesOn(facts: CourtFacts, courtId: string, on: CalendarDate): HearingRules | Refusal {
  const clauses = (policy: string) => clausesInForce(facts.policies, facts.courts, policy, courtId, on);
  const meeting = meetingPolicyOf(clauses(MEETING_POLICY));
  const committee = committeePolicyOf(clauses(COMMITTEE_POLICY));
  const review = reviewPolicyOf(clauses(REVIEW_POLICY));
  const warnings = warningThresholdsOf(clauses(WARNING_POLICY));
  if (isRefusal(meeting)) return meeting;
  if (isRefusal(committee)) return committee;
  if (isRefusal(review)) return review;
  return isRefusal(warnings) ? warnings : { meeting, committee, review, thresholds: warnings.thresholds };
}

/** 承办法官, or the first of the panel where the record names none. */
const handlerOf = ({ handlingJudge, panel }: TriedCase): string => handlingJudge ?? panel[0] ?? '';

/** Charges somebody with what is next, in working days from the day of the act, and by the latest day where there is one. */
export function chargeWith(
  court: HearingCourt,
  kind: string,
  /** What follows the kind in the duty's name, so that it is unique in the stream. */
  name: string,
  holder: DutyHolder,
  workingDays: number,
  latest?: CountedDay,
): DutyTerms {
  const full = addWorkingDays(court.facts.calendar, court.on, workingDays);
  const due = latest !== undefined && latest.date < full.date ? latest : full;
  return termsOf(court, kind, name, holder, due);
}

/** The posts that the person holds in the court that day. */
export const postsHere = ({ facts, courtId, on }: HearingCourt, person: string): readonly HeldPost[] =>
  postsHeldBy(facts.posts, person, on).filter(({ court }) => court === courtId);

/** The person in one of their posts in the court; without any, in the post of whoever acts. */
export function holderFor(court: HearingCourt, person: string): DutyHolder {
  const [post] = postsHere(court, person);
  const party = postKindOf(post?.kind ?? '')?.party ?? 'judge';
  return {
    court: court.code,
    division: post?.division ?? court.division,
    post: post?.id ?? court.act.actor.post,
    person,
    party,
  };
}

/** 承办法官 as a duty's holder. */
export const handlingJudgeOf = (court: HearingCourt): DutyHolder => holderFor(court, handlerOf(court.tried));

/** The post of a level, whoever holds it; `undefined` where the court has none. */
export function leaderAt(
  { facts: { posts }, courtId, code, division, on }: HearingCourt,
  level: LadderLevel,
): DutyHolder | undefined {
  const post = postAtLevel(posts, courtId, level, division, on);
  if (post === undefined) return undefined;
  return {
    court: code,
    division: posts.get(post)?.division ?? null,
    post,
    person: null,
    party: 'courtLeaders',
  };
}
