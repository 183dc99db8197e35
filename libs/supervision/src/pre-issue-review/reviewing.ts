import { addWorkingDays, courtAt, dutyTerm, postAtLevel, postsHeldBy, type HeldPost } from '@liuhen/courts';
import {
  chinaDateOf,
  isRefusal,
  type Act,
  type CalendarDate,
  type DutyHolder,
  type DutyTerms,
  type Refusal,
} from '@liuhen/kernel';
import type { CourtFacts } from '../court-rules/court-facts';
import { rulesOf, type CourtRules } from '../court-rules/court-rules';
import type { CaseUnderReview } from './evolve-reviews';
import type { ReviewDutyKind, ReviewId } from './pre-issue-review.events';
import { refuse } from './pre-issue-review.refusals';
import type { Barred, ReviewingCourt } from './review-chain';
import type { Review } from './review';

/** What every decision on a review looks at. */
export interface Reviewing {
  readonly state: CaseUnderReview;
  readonly act: Act;
  readonly facts: CourtFacts;
  readonly court: ReviewingCourt;
  readonly rules: CourtRules;
}

/** @returns a refusal where the court has no rules for reviews. */
export function reviewing(state: CaseUnderReview, act: Act, facts: CourtFacts): Reviewing | Refusal {
  const on = chinaDateOf(act.at);
  const { posts, courts } = facts;
  const code = state.court.code ?? act.court;
  const courtId = courtAt(courts, code, on)?.id ?? code;
  const rules = rulesOf(facts, courtId, on);
  if (isRefusal(rules)) return rules;
  const judge = postsHeldBy(posts, handlerOf(state), on).find((post) => post.court === courtId);
  const court = { posts, courtId, code, division: judge?.division ?? null, on };
  return { state, act, facts, court, rules };
}

/** 承办法官, or the first of the panel where the record names none. */
const handlerOf = ({ handlingJudge, panel }: CaseUnderReview): string => handlingJudge ?? panel[0] ?? '';

/** 合议庭 or the sole judge: who tries the case and signs. */
export function panelOf({ panel, handlingJudge }: CaseUnderReview): readonly string[] {
  if (panel.length > 0) return panel;
  return handlingJudge === null ? [] : [handlingJudge];
}

export const refuseOutsider = ({ state, act }: Reviewing): Refusal | undefined =>
  panelOf(state).includes(act.actor.person) || state.handlingJudge === act.actor.person
    ? undefined
    : refuse('not-on-panel');

export function barredFrom(state: CaseUnderReview, recused: readonly string[]): Barred {
  const tried = [...panelOf(state), ...(state.handlingJudge === null ? [] : [state.handlingJudge])];
  return new Map([
    ...recused.map((person) => [person, 'recused'] as const),
    ...tried.map((person) => [person, 'onPanel'] as const),
  ]);
}

/** Kinds of the posts that those who try the case hold in the court. */
export const handlerKindsOf = ({ state, court }: Reviewing): readonly string[] => [
  ...new Set(panelOf(state).flatMap((person) => heldHere(court, person).map(({ kind }) => kind))),
];

const heldHere = ({ posts, courtId, on }: ReviewingCourt, person: string): readonly HeldPost[] =>
  postsHeldBy(posts, person, on).filter((post) => post.court === courtId);

/** The handling judge, in the post that they hold in the court. */
export function judgeHolder({ state, court, act }: Reviewing): DutyHolder {
  const person = handlerOf(state);
  const post = heldHere(court, person)[0];
  const { code, division } = court;
  return { court: code, division, post: post?.id ?? act.actor.post, person, party: 'judge' };
}

/** The post of a level, whoever holds it; `undefined` where the court has none. */
export function leaderHolder(
  { court: { posts, courtId, code, division, on } }: Reviewing,
  level: 'divisionChief' | 'vicePresident' | 'president',
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

/** What names the next duty of a review. */
export type Numbered = Pick<Review, 'id' | 'moves'>;

/** Charges somebody with the next step, in working days from today, and no later than the whole review may take. */
export function charge(
  { facts: { calendar }, act, court, rules }: Reviewing,
  { id, moves }: Numbered,
  kind: ReviewDutyKind,
  holder: DutyHolder,
  workingDays: number,
  latest?: Day,
): DutyTerms {
  const full = addWorkingDays(calendar, court.on, workingDays);
  const due = latest !== undefined && latest.date < full.date ? latest : full;
  const term = dutyTerm(calendar, rules.thresholds, act.at, due);
  return { duty: dutyName(kind, id, moves + 1), kind, holder, ...term };
}

/** A day, and whether it rests on a calendar not announced yet. */
export interface Day {
  readonly date: CalendarDate;
  readonly provisional: boolean;
}

export const dutyName = (kind: ReviewDutyKind, review: ReviewId, number: number): string =>
  `${kind}/${review}/${number}`;
