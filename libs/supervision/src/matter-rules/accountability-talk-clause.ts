import { unreadable, wholeNumbers, wrongWord } from '../court-rules/clause-shape';
import type { ClauseDefinition } from '../court-rules/policy-shape';
import { isPostKind } from './matter-clauses';

/** 约谈: by how many of which posts, announced how long before, and by when what is promised is to be done. */
export interface TalkRules {
  readonly leastTalkers: number;
  /** 主谈: kinds of posts of which one has to talk; any where there are none. */
  readonly leaders: readonly string[];
  /** 参加: kinds of posts of which another has to talk. */
  readonly support: readonly string[];
  /** Days from the issue of the notice to the talk. */
  readonly noticeDays: number;
  /** Days from the talk within which a commitment falls due. */
  readonly mostCommitmentDays: number;
}

const readNumbers = wholeNumbers({
  leastTalkers: { label: '谈话人数', min: 1 },
  noticeDays: { label: '提前通知的日数', min: 1 },
  mostCommitmentDays: { label: '整改承诺的最长日数', min: 1 },
});

export const talkClause: ClauseDefinition<TalkRules> = {
  clause: 'accountabilityTalk.talk',
  label: '约谈的人员、通知和整改承诺',
  shape: ({ leaders, support, ...numbers }) => {
    const reason = wrongWord(leaders, '主谈岗位', isPostKind) ?? wrongWord(support, '参加岗位', isPostKind);
    if (reason !== undefined) return unreadable(reason);
    const read = readNumbers(numbers);
    const posts = { leaders, support } as Pick<TalkRules, 'leaders' | 'support'>;
    return read.content === undefined ? read : { content: { ...read.content, ...posts } };
  },
};
