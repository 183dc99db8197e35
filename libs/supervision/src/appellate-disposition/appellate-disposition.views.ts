import type { CalendarDate, Instant } from '@liuhen/kernel';
import {
  ChoiceField,
  DateField,
  InstantField,
  PageQuery,
  TextField,
  codesIn,
  DATE_OR_NULL,
  LawArticleView,
  TEXT_OR_NULL,
} from '@liuhen/platform';
import { ApiProperty } from '@nestjs/swagger';
import { CourtView } from '../case-file/court.views';
import {
  DISPOSITION_STATUSES,
  type DispositionStatus,
  type RecordedFinding,
} from './appellate-disposition.events';
import { judgements, outcomes, type DraftEffect, type Judgement, type Outcome } from './rules';

export class PeriodQuery {
  @TextField('裁判法院的代字或者名称', { max: 100, optional: true }) readonly court?: string;
  @DateField('裁判日期自', { optional: true }) readonly from?: CalendarDate;
  @DateField('裁判日期至', { optional: true }) readonly to?: CalendarDate;
  @InstantField('截至何时所知', { optional: true }) readonly asOf?: Instant;
}

export class AuditQuery extends PageQuery implements PeriodQuery {
  @TextField('裁判法院的代字或者名称', { max: 100, optional: true }) readonly court?: string;
  @DateField('裁判日期自', { optional: true }) readonly from?: CalendarDate;
  @DateField('裁判日期至', { optional: true }) readonly to?: CalendarDate;
  @InstantField('截至何时所知', { optional: true }) readonly asOf?: Instant;
  @ChoiceField('处理结果', outcomes, { optional: true }) readonly outcome?: Outcome;
  @ChoiceField('审查结论', judgements, { optional: true }) readonly finding?: Judgement;
}

class DispositionFindingView implements RecordedFinding {
  @ApiProperty({ description: '规则代码' }) readonly code: string;
  @ApiProperty({ description: '结论', enum: codesIn(judgements) }) readonly finding: Judgement;
  @ApiProperty({ description: '裁判当日有效的条文', type: [LawArticleView] })
  readonly law: readonly LawArticleView[];
  @ApiProperty({ description: '说明' }) readonly message: string;
  @ApiProperty({ description: '对草稿的效果', enum: ['pass', 'flag', 'refuse', 'procedure'] })
  readonly inDraft: DraftEffect;
  @ApiProperty({ description: '所涉部分的序号', type: 'integer', required: false }) readonly part?: number;
  @ApiProperty({ description: '所涉字段', required: false }) readonly field?: string;
  @ApiProperty({ description: '尚缺的材料', type: [String], required: false })
  readonly missing?: readonly string[];
}

class EventReferenceView {
  @ApiProperty({ description: '事件编号', format: 'uuid' }) readonly id: string;
  @ApiProperty({ description: '在案件流中的序号', type: 'integer' }) readonly rev: number;
  @ApiProperty({ description: '叶哈希' }) readonly leaf: string;
}

/** One decision with what the rules say of it, and the event that proves it. */
export class AuditedDisposition {
  @ApiProperty({ description: '案件标识' }) readonly caseId: string;
  @ApiProperty({ description: '案号', ...TEXT_OR_NULL }) readonly caseNumber: string | null;
  @ApiProperty({ description: '裁判法院' }) readonly court: CourtView;
  @ApiProperty({ description: '诉讼种类' }) readonly procedure: string;
  @ApiProperty({ description: '审理程序', ...TEXT_OR_NULL }) readonly stage: string | null;
  @ApiProperty({ description: '状态', enum: codesIn(DISPOSITION_STATUSES) })
  readonly status: DispositionStatus;
  @ApiProperty({ description: '裁判日期', ...DATE_OR_NULL })
  readonly decidedOn: CalendarDate | null;
  @ApiProperty({ description: '处理结果', enum: codesIn(outcomes), isArray: true })
  readonly outcomes: readonly Outcome[];
  @ApiProperty({ description: '审查结论', enum: codesIn(judgements) }) readonly finding: Judgement;
  @ApiProperty({ description: '各项审查意见', type: [DispositionFindingView] })
  readonly findings: readonly DispositionFindingView[];
  @ApiProperty({ description: '所据事件' }) readonly event: EventReferenceView;
}

export class AuditPage {
  @ApiProperty({ description: '本页各项', type: [AuditedDisposition] })
  readonly items: readonly AuditedDisposition[];
  @ApiProperty({ description: '下一页的游标', ...TEXT_OR_NULL }) readonly next: string | null;
}

export class GroundCount {
  @ApiProperty({ description: '理由的代码，或者原文所印的理由' }) readonly ground: string;
  @ApiProperty({ description: '是否为原文所印' }) readonly printed: boolean;
  @ApiProperty({ description: '处理结果', enum: codesIn(outcomes) }) readonly outcome: Outcome;
  @ApiProperty({ description: '使用次数', type: 'integer' }) readonly count: number;
}

export class GroundCounts {
  @ApiProperty({ description: '各项', type: [GroundCount] }) readonly items: readonly GroundCount[];
}
