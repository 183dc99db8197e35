import type { Term } from '@liuhen/courts';
import { strayField, unreadable } from '../court-rules/clause-shape';
import type { ClauseDefinition } from '../court-rules/policy-shape';
import { everyTermShape } from './matter-clauses';

/**
 * 排名排序: whether courts or persons may be listed in order of merit. Off by default: the revision of the indicators of
 * trial management of September 2024 (最高人民法院) forbids it.
 */
export interface RankingRules {
  readonly allowed: boolean;
}

export const rankingClause: ClauseDefinition<RankingRules> = {
  clause: 'bulletin.ranking',
  label: '通报的排名排序',
  shape: ({ allowed, ...stray }) => {
    const reason = strayField(stray, []);
    if (reason !== undefined) return unreadable(reason);
    return typeof allowed === 'boolean'
      ? { content: { allowed } }
      : unreadable('“可以排名排序”（allowed）应为 true 或者 false');
  },
};

/** 异议: how long after the issue it can be raised, and by when it is answered and the bulletin corrected. */
export type ObjectionRules = Readonly<Record<'window' | 'answer' | 'correction', Term>>;

export const objectionsClause: ClauseDefinition<ObjectionRules> = {
  clause: 'bulletin.objections',
  label: '通报的异议',
  shape: everyTermShape(['window', 'answer', 'correction']),
};
