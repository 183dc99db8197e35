import { answeringFor, postAtLevel } from '@liuhen/courts';
import type { PolicyClause } from '@liuhen/kernel';
import type { HearingCourt } from '../court-rules/hearing-court';
import { REVIEW_LEVELS, type RequiredLevel, type ReviewLevel } from '../court-rules/review-policy';
import type { PassedOver, ReviewStep } from './pre-issue-review.events';

/** Persons who may not review the case, and why. */
export type Barred = ReadonlyMap<string, 'onPanel' | 'recused'>;

export interface ReviewChain {
  readonly steps: readonly ReviewStep[];
  readonly passedOver: readonly PassedOver[];
}

const LEVELS = Object.keys(REVIEW_LEVELS) as readonly ReviewLevel[];

/**
 * The reviewers, lowest first. Whoever tried the case or is recused is passed over by itself, and the next level above
 * reviews instead, asked for or not; nobody reviews where there is none.
 *
 */
export function reviewChain(
  required: readonly RequiredLevel[],
  court: HearingCourt,
  barred: Barred,
): ReviewChain {
  const steps: ReviewStep[] = [];
  const passedOver: PassedOver[] = [];
  let owed: readonly PolicyClause[] = [];
  for (const level of LEVELS) {
    const basis = [...owed, ...(required.find((one) => one.level === level)?.basis ?? [])];
    if (basis.length === 0) continue;
    const found = reviewerAt(level, basis, court, barred);
    if ('why' in found) passedOver.push(found);
    else steps.push(found);
    owed = 'why' in found ? basis : [];
  }
  return { steps, passedOver };
}

/** The first reviewer above a level who may review. */
export function reviewerAbove(
  level: ReviewLevel,
  basis: readonly PolicyClause[],
  court: HearingCourt,
  barred: Barred,
): ReviewStep | undefined {
  const above = LEVELS.slice(LEVELS.indexOf(level) + 1);
  return above
    .map((next) => reviewerAt(next, basis, court, barred))
    .find((found): found is ReviewStep => !('why' in found));
}

function reviewerAt(
  level: ReviewLevel,
  basis: readonly PolicyClause[],
  { facts: { posts }, courtId, code, division, on }: HearingCourt,
  barred: Barred,
): ReviewStep | PassedOver {
  const post = postAtLevel(posts, courtId, level, division, on);
  if (post === undefined) return { level, post: null, person: null, why: 'noPost' };
  const { person, why } = answeringFor(posts, { post, person: null }, on);
  if (person === null || why === 'superior') return { level, post, person: null, why: 'absent' };
  const bar = barred.get(person);
  if (bar) return { level, post, person, why: bar };
  const holder = { court: code, division: posts.get(post)?.division ?? null, post, person: null };
  return { level, holder: { ...holder, party: 'courtLeaders' }, basis };
}
