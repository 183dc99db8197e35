import type { CalendarDate, Digest, DocumentReference, Instant } from '@liuhen/kernel';
import { codesIn, TEXT_OR_NULL } from '@liuhen/platform';
import { ApiProperty } from '@nestjs/swagger';
import { DocumentView } from '../case-file/document.views';
import { OwnerView, ParticipantView } from '../matter-file/matter.views';
import {
  DRAWN_KINDS,
  MEETING_CADENCES,
  MEETING_SCOPES,
  type Attendee,
  type DataPackage,
  type DrawnKind,
  type MadeDraw,
  type MeetingCadence,
  type MeetingScope,
  type PlannedDraw,
} from './tasking-meeting.events';

class DataPackageView implements DataPackage {
  @ApiProperty({ description: '数据包文件', type: DocumentView }) readonly document: DocumentReference;
  @ApiProperty({ description: '数据的截止日期', format: 'date' }) readonly asOf: CalendarDate;
  @ApiProperty({ description: '数据口径' }) readonly definition: string;
}

class PlannedDrawView implements PlannedDraw {
  @ApiProperty({ description: '抽取的对象', enum: codesIn(DRAWN_KINDS) }) readonly of: DrawnKind;
  @ApiProperty({ description: '抽取的范围', type: [String] }) readonly population: readonly string[];
  @ApiProperty({ description: '抽取的个数', type: 'integer' }) readonly size: number;
}

class AgendaView {
  @ApiProperty({ description: '综合或者专项', enum: codesIn(MEETING_SCOPES) }) readonly scope: MeetingScope;
  @ApiProperty({ description: '定期或者随机', enum: codesIn(MEETING_CADENCES) })
  readonly cadence: MeetingCadence;
  @ApiProperty({ description: '议题', type: [String] }) readonly topics: readonly string[];
  @ApiProperty({ description: '数据包' }) readonly dataPackage: DataPackageView;
  @ApiProperty({ description: '随机抽取的范围；定期调度的为空', type: PlannedDrawView, nullable: true })
  readonly draw: PlannedDrawView | null;
}

class SeededByView {
  @ApiProperty({ description: '发出通知的事件编号' }) readonly event: string;
  @ApiProperty({ description: '该事件头部的 payloadHash' }) readonly payloadHash: Digest;
}

/** 随机抽取, as its record has it. */
class RandomDrawView
  extends PlannedDrawView
  implements Omit<MadeDraw, 'round' | 'fulfils' | 'drops' | 'charges'>
{
  @ApiProperty({ description: '方法' }) readonly procedure: string;
  @ApiProperty({ description: '种子的来源' }) readonly seededBy: SeededByView;
  @ApiProperty({ description: '种子' }) readonly seed: Digest;
  @ApiProperty({ description: '抽取范围的 SHA-256，每行一个' }) readonly populationHash: Digest;
  @ApiProperty({ description: '抽中的，依抽取的次序', type: [String] }) readonly drawn: readonly string[];
  @ApiProperty({ description: '抽取时刻', format: 'date-time' }) readonly drawnAt: Instant;
  @ApiProperty({ description: '依发出前确定的范围和发出的事件重新抽取，结果相同' })
  readonly repeated: boolean;
}

class AttendeeView extends OwnerView implements Attendee {
  @ApiProperty({ description: '到会' }) readonly present: boolean;
}

class HeldTaskingMeetingView {
  @ApiProperty({ description: '开会时刻', format: 'date-time' }) readonly heldAt: Instant;
  @ApiProperty({ description: '主持人' }) readonly chair: ParticipantView;
  @ApiProperty({ description: '参加人员', type: [AttendeeView] }) readonly attendees: readonly AttendeeView[];
  @ApiProperty({ description: '决议', type: [String] }) readonly resolutions: readonly string[];
  @ApiProperty({ description: '会议纪要', type: DocumentView }) readonly minutes: DocumentReference;
  @ApiProperty({ description: '任务：整改事项的编号', type: [String] }) readonly tasks: readonly string[];
}

class TaskingMeetingView {
  @ApiProperty({ description: '次序', type: 'integer' }) readonly round: number;
  @ApiProperty({ description: '发出时刻；随机调度的提前时间自此起算', ...TEXT_OR_NULL })
  readonly issuedAt: Instant | null;
  @ApiProperty({ description: '议题和数据包', type: AgendaView, nullable: true })
  readonly agenda: AgendaView | null;
  @ApiProperty({ description: '随机抽取', type: RandomDrawView, nullable: true })
  readonly draw: RandomDrawView | null;
  @ApiProperty({ description: '会议', type: HeldTaskingMeetingView, nullable: true })
  readonly held: HeldTaskingMeetingView | null;
}

/** The meetings of a matter, as far as the reader may know them. */
export class TaskingMeetingList {
  @ApiProperty({ description: '各次调度', type: [TaskingMeetingView] })
  readonly meetings: readonly TaskingMeetingView[];
  @ApiProperty({ description: '事项流的序号，供 If-Match 使用', type: 'integer' }) readonly revision: number;
}
