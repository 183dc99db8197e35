import { unreadable, wholeNumbers, wrongWord, strayField } from '../court-rules/clause-shape';
import type { ClauseDefinition } from '../court-rules/policy-shape';
import { isPostKind } from './matter-clauses';

/** 随机调度的通知: hours from the issue to the meeting. */
export interface NoticeRules {
  readonly randomLeastHours: number;
  readonly randomMostHours: number;
}

const readHours = wholeNumbers({
  randomLeastHours: { label: '随机调度最少提前的小时数', min: 1 },
  randomMostHours: { label: '随机调度最多提前的小时数', min: 1 },
});

export const noticeClause: ClauseDefinition<NoticeRules> = {
  clause: 'taskingMeeting.notice',
  label: '随机调度的通知',
  shape: (content) => {
    const read = readHours(content);
    return read.content === undefined || read.content.randomLeastHours <= read.content.randomMostHours
      ? read
      : unreadable('最少提前的小时数不得多于最多提前的小时数');
  },
};

/** 主持: kinds of the posts that may preside. */
export interface ChairRules {
  readonly posts: readonly string[];
}

export const chairClause: ClauseDefinition<ChairRules> = {
  clause: 'taskingMeeting.chair',
  label: '调度的主持人',
  shape: ({ posts, ...stray }) => {
    const reason = strayField(stray, []) ?? wrongWord(posts, '主持岗位', isPostKind);
    if (reason !== undefined) return unreadable(reason);
    const chairs = posts as readonly string[];
    return chairs.length > 0 ? { content: { posts: chairs } } : unreadable('“主持岗位”（posts）至少一种');
  },
};
