import type { Sentences } from '@liuhen/kernel';
import {
  DECLINE_REASONS,
  MEETING_CONCLUSIONS,
  MEETING_GROUNDS,
  type ProfessionalJudgesMeetingEvent,
} from './professional-judges-meeting.events';

export const professionalJudgesMeetingSentences: Sentences<ProfessionalJudgesMeetingEvent> = {
  MeetingRequested: ({ data }) =>
    `提请专业法官会议讨论（${data.grounds.map((ground) => MEETING_GROUNDS[ground]).join('、')}）：` +
    data.questions.join('；'),
  MeetingConvened: ({ data }, names) =>
    `召集第${data.meeting}次专业法官会议：${data.heldOn}，${names.personName(data.chair)}主持，法官${data.members.length}人参加` +
    (data.materials.length === 0 ? '' : `，会前送交材料${data.materials.length}份`),
  MeetingDeclined: ({ data }) =>
    `决定不召开专业法官会议：${DECLINE_REASONS[data.reason]}。${data.explanation}`,
  MeetingConcluded: ({ data }) =>
    `第${data.meeting}次专业法官会议讨论意见（供参考）：${MEETING_CONCLUSIONS[data.conclusion]}` +
    (data.majorityView === null ? '' : `（${data.majorityView}）`),
  MeetingLapsed: ({ data }) => `第${data.meeting}次专业法官会议逾期未形成意见，不影响案件办理`,
};
