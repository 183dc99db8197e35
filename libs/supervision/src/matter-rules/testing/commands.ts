import type { GivenItem } from '../rectification';
import type { SupervisionMatterCommand } from '../../supervision-matter/supervision-matter.decider';

type Of<Type extends SupervisionMatterCommand['type']> = Extract<SupervisionMatterCommand, { type: Type }>;

/** The steps that all matters take, with something in each. */
export const APPROVE: Of<'ApproveMatter'> = { type: 'ApproveMatter', data: { comment: null } };
export const ISSUE: Of<'IssueMatter'> = {
  type: 'IssueMatter',
  data: { number: '黔高法督〔2026〕1号', letter: null },
};
export const RECEIVE: Of<'ReceiveMatter'> = { type: 'ReceiveMatter', data: { duty: null } };

/** An answer to so many demands. */
export const replyOf = (demands = 1, items: readonly GivenItem[] = []): Of<'ReplyToMatter'> => ({
  type: 'ReplyToMatter',
  data: {
    ...{ causes: '人员变动', measures: '专班清理', responsible: '分管副院长', until: '2026-06-30' },
    ...{ answers: Array.from({ length: demands }, () => '已经逐案排查'), items, attachments: [] },
    screenedReason: null,
  },
});

/** An examination of the answer to one demand. */
export const examined = (satisfied: boolean): Of<'ExamineReply'> => ({
  type: 'ExamineReply',
  data: { findings: [{ satisfied, comment: '见附表' }], opinion: '逐项核对' },
});
export const ACCEPT: Of<'AcceptReply'> = { type: 'AcceptReply', data: { opinion: '采纳' } };
export const CLOSE_OUT: Of<'CloseOutMatter'> = { type: 'CloseOutMatter', data: { conclusion: '已经整改' } };
export const FOLLOW_UP: Of<'FollowUpMatter'> = {
  type: 'FollowUpMatter',
  data: { holds: true, findings: '没有反弹', items: [], screenedReason: null },
};
export const ARCHIVE: Of<'ArchiveMatter'> = { type: 'ArchiveMatter', data: { volume: '督导卷1' } };
