import type { CalendarDate, DocumentReference } from '@liuhen/kernel';
import { codesIn, TEXT_OR_NULL } from '@liuhen/platform';
import { ApiProperty } from '@nestjs/swagger';
import { OwedView, SeatedJudgeView, SpeechView } from '../case-file/discussion.views';
import { DocumentView } from '../case-file/document.views';
import {
  DECLINE_REASONS,
  MEETING_CONCLUSIONS,
  type DeclineReason,
  type InvitedPerson,
  type MeetingConclusion,
} from './professional-judges-meeting.events';

/** 会议进展. */
export const MEETING_STATUSES = {
  convened: '已召集',
  concluded: '已形成意见',
  ended: '未形成意见即终止',
} as const;

/** Somebody decides whether it is held. */
export class AwaitedMeetingView {
  @ApiProperty({ description: '所在的阅核；阅核之外提请的为空', ...TEXT_OR_NULL }) readonly review:
    string | null;
  @ApiProperty({ description: '提请讨论的问题', type: [String] }) readonly questions: readonly string[];
  @ApiProperty({ description: '由谁决定是否召开' }) readonly owed: OwedView;
}

export class DeclinedMeetingView {
  @ApiProperty({ description: '所在的阅核', ...TEXT_OR_NULL }) readonly review: string | null;
  @ApiProperty({ description: '不召开的理由', enum: codesIn(DECLINE_REASONS) })
  readonly reason: DeclineReason;
  @ApiProperty({ description: '说明' }) readonly explanation: string;
}

class InvitedPersonView implements InvitedPerson {
  @ApiProperty({ description: '人员' }) readonly person: string;
  @ApiProperty({ description: '身份' }) readonly capacity: string;
}

class ConclusionView {
  @ApiProperty({ description: '讨论意见，供参考', enum: codesIn(MEETING_CONCLUSIONS) })
  readonly conclusion: MeetingConclusion;
  @ApiProperty({ description: '多数人的其他意见', ...TEXT_OR_NULL }) readonly majorityView: string | null;
  @ApiProperty({ description: '各次发言', type: [SpeechView] }) readonly speeches: readonly SpeechView[];
  @ApiProperty({ description: '主持人的总结' }) readonly summary: string;
  @ApiProperty({ description: '会议纪要', type: DocumentView }) readonly minutes: DocumentReference;
}

export class MeetingView {
  @ApiProperty({ description: '会议编号' }) readonly meeting: string;
  @ApiProperty({ description: '所在的阅核', ...TEXT_OR_NULL }) readonly review: string | null;
  @ApiProperty({ description: '进展', enum: codesIn(MEETING_STATUSES) })
  readonly status: keyof typeof MEETING_STATUSES;
  @ApiProperty({ description: '讨论的问题', type: [String] }) readonly questions: readonly string[];
  @ApiProperty({ description: '主持人' }) readonly chair: string;
  @ApiProperty({ description: '参加会议的法官', type: [SeatedJudgeView] })
  readonly members: readonly SeatedJudgeView[];
  @ApiProperty({ description: '列席人员', type: [InvitedPersonView] })
  readonly invited: readonly InvitedPerson[];
  @ApiProperty({ description: '会前送交的材料', type: [DocumentView] })
  readonly materials: readonly DocumentReference[];
  @ApiProperty({ description: '会议日期', format: 'date' }) readonly heldOn: CalendarDate;
  @ApiProperty({ description: '由谁形成意见', type: OwedView, nullable: true })
  readonly owed: OwedView | null;
  @ApiProperty({ description: '讨论意见', type: ConclusionView, nullable: true })
  readonly conclusion: ConclusionView | null;
}

export class MeetingList {
  @ApiProperty({ description: '等待决定是否召开的', type: [AwaitedMeetingView] })
  readonly awaited: readonly AwaitedMeetingView[];
  @ApiProperty({ description: '决定不召开的', type: [DeclinedMeetingView] })
  readonly declined: readonly DeclinedMeetingView[];
  @ApiProperty({ description: '召集的会议', type: [MeetingView] }) readonly meetings: readonly MeetingView[];
  @ApiProperty({ description: '案件流的序号，供 If-Match 使用', type: 'integer' }) readonly revision: number;
}
