import type { Refusal } from '@liuhen/kernel';
import { wholeNumbers } from './clause-shape';
import { policyKind, readClauses, type Clauses, type RuledBy } from './policy-shape';

export const MEETING_POLICY = 'professional-judges-meeting';
const TITLE = '专业法官会议规则';

const DEFINITIONS = {
  convening: {
    clause: 'convening',
    label: '召集期限',
    shape: wholeNumbers({ workingDays: { label: '工作日数', min: 1 } }),
  },
  conclusion: {
    clause: 'conclusion',
    label: '形成意见的期限',
    shape: wholeNumbers({ workingDays: { label: '工作日数', min: 1 } }),
  },
  members: {
    clause: 'members',
    label: '参加人数',
    shape: wholeNumbers({ min: { label: '最少人数', min: 1 } }),
  },
};

/** 专业法官会议规则 as it binds a court on a day. */
export type MeetingPolicy = RuledBy<typeof DEFINITIONS>;

/** @returns Refusal `policy-missing` where a clause is not there or not readable */
export const meetingPolicyOf = (clauses: Clauses): MeetingPolicy | Refusal =>
  readClauses(TITLE, DEFINITIONS, clauses);

export const meetingPolicyKind = policyKind(MEETING_POLICY, TITLE, DEFINITIONS);
