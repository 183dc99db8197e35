import { power, type Power } from '@liuhen/courts';
import { CASE_SYSTEM, LEADERS, TRIERS } from '../court-rules/post-groups';
import { lawArticleOf, professionalJudgesMeetingOpinions as opinions } from '../law/citation';
import type { ProfessionalJudgesMeetingCommand } from './professional-judges-meeting.decider';

const CHAIR = {
  unless: ['not-meeting-convener'],
  law: [...opinions('5'), ...opinions('6')].map(lawArticleOf),
  reachesIntoCase: true,
};

export const professionalJudgesMeetingPowers: Readonly<
  Record<ProfessionalJudgesMeetingCommand['type'], Power>
> = {
  RequestMeeting: power('提请专业法官会议讨论', [...TRIERS, CASE_SYSTEM], {
    unless: ['meeting-requester-not-panel'],
    law: opinions('4').map(lawArticleOf),
  }),
  ConveneMeeting: power('召集专业法官会议', [...TRIERS, CASE_SYSTEM], CHAIR),
  DeclineMeeting: power('决定不召开专业法官会议', [...LEADERS, CASE_SYSTEM], CHAIR),
  ConcludeMeeting: power('登记专业法官会议的讨论意见', [...TRIERS, CASE_SYSTEM], {
    ...CHAIR,
    unless: ['not-meeting-chair'],
  }),
  LapseMeeting: power('逾期认定', ['supervisionSystem']),
};
