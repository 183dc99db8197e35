import type { CalendarDate, DocumentReference } from '@liuhen/kernel';
import { codesIn } from '@liuhen/platform';
import { ApiProperty } from '@nestjs/swagger';
import { DocumentView } from '../case-file/document.views';
import { ParticipantView } from '../matter-file/matter.views';
import { INSPECTION_METHODS, type InspectionMethod } from './supervisory-inspection.events';

class OfRoundView {
  @ApiProperty({ description: '次序', type: 'integer' }) readonly round: number;
}

class StayView extends OfRoundView {
  @ApiProperty({ description: '督导组成员，组长在先', type: [ParticipantView] })
  readonly team: readonly ParticipantView[];
  @ApiProperty({ description: '进驻的第一日', format: 'date' }) readonly from: CalendarDate;
  @ApiProperty({ description: '进驻的最后一日', format: 'date' }) readonly until: CalendarDate;
}

class InspectionPlanView extends StayView {
  @ApiProperty({ description: '方法', enum: codesIn(INSPECTION_METHODS), isArray: true })
  readonly methods: readonly InspectionMethod[];
  @ApiProperty({ description: '督导的范围' }) readonly scope: string;
}

class InspectionFindingView {
  @ApiProperty({ description: '方法', enum: codesIn(INSPECTION_METHODS) }) readonly method: InspectionMethod;
  @ApiProperty({ description: '看了什么' }) readonly subject: string;
  @ApiProperty({ description: '发现了什么' }) readonly finding: string;
  @ApiProperty({ description: '底稿', type: DocumentView, nullable: true })
  readonly document: DocumentReference | null;
}

class SiteVisitView extends StayView {
  @ApiProperty({ description: '督导发现', type: [InspectionFindingView] })
  readonly findings: readonly InspectionFindingView[];
}

class WithItemsView extends OfRoundView {
  @ApiProperty({ description: '问题清单：整改事项的编号', type: [String] }) readonly items: readonly string[];
}

class FeedbackView extends WithItemsView {
  @ApiProperty({ description: '反馈会的日期', format: 'date' }) readonly heldOn: CalendarDate;
  @ApiProperty({ description: '督导意见' }) readonly summary: string;
  @ApiProperty({ description: '督导报告', type: DocumentView }) readonly report: DocumentReference;
}

class GuidanceView extends WithItemsView {
  @ApiProperty({ description: '指导的日期', format: 'date' }) readonly heldOn: CalendarDate;
  @ApiProperty({ description: '指导人员', type: [ParticipantView] })
  readonly guides: readonly ParticipantView[];
  @ApiProperty({ description: '指导的内容' }) readonly content: string;
  @ApiProperty({ description: '材料', type: [DocumentView] })
  readonly documents: readonly DocumentReference[];
}

/** What was planned, seen and told, as far as the reader may know it. */
export class InspectionView {
  @ApiProperty({ description: '督导方案；只有发起一方可见', type: [InspectionPlanView] })
  readonly plans: readonly InspectionPlanView[];
  @ApiProperty({ description: '进驻的情况', type: [SiteVisitView] })
  readonly visits: readonly SiteVisitView[];
  @ApiProperty({ description: '反馈', type: [FeedbackView] }) readonly feedback: readonly FeedbackView[];
  @ApiProperty({ description: '一对一指导', type: [GuidanceView] })
  readonly guidance: readonly GuidanceView[];
  @ApiProperty({ description: '事项流的序号，供 If-Match 使用', type: 'integer' }) readonly revision: number;
}
