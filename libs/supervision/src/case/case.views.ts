import type { CalendarDate, Instant } from '@liuhen/kernel';
import { codesIn, DATE_OR_NULL, TEXT_OR_NULL } from '@liuhen/platform';
import { ApiProperty } from '@nestjs/swagger';
import { CourtView } from '../case-file/court.views';
import {
  CASE_STAGES,
  CASE_TYPES,
  DISPOSITIONS,
  LINK_KINDS,
  TRIAL_FORMS,
  type CaseStage,
  type CaseType,
  type Disposition,
  type LinkKind,
  type TrialForm,
} from './case-vocabulary';
import type { CaseId, CaseLink, CaseRegistration, RecordedDisposition } from './case.events';

/** A case in a list. */
export class CaseSummary {
  @ApiProperty({ description: '案件标识：案号，或者无案号记录的编号' }) readonly caseId: CaseId;
  @ApiProperty({ description: '案号', ...TEXT_OR_NULL }) readonly caseNumber: string | null;
  @ApiProperty({ description: '审理法院' }) readonly court: CourtView;
  @ApiProperty({ description: '案件类型', enum: codesIn(CASE_TYPES) }) readonly caseType: CaseType;
  @ApiProperty({ description: '审理程序', enum: codesIn(CASE_STAGES) }) readonly stage: CaseStage;
  @ApiProperty({ description: '案由', ...TEXT_OR_NULL }) readonly cause: string | null;
  @ApiProperty({ description: '立案日期', ...DATE_OR_NULL }) readonly filedOn: CalendarDate | null;
  @ApiProperty({ description: '最近一次裁判结果', ...TEXT_OR_NULL }) readonly disposition: Disposition | null;
  @ApiProperty({ description: '最近一次裁判日期', ...DATE_OR_NULL }) readonly decidedOn: CalendarDate | null;
  @ApiProperty({ description: '因案件保护不予显示的内容', type: [String] })
  readonly masked: readonly string[];
  @ApiProperty({ description: '登记时刻', format: 'date-time' }) readonly registeredAt: Instant;
}

export class CasePage {
  @ApiProperty({ description: '本页各项', type: [CaseSummary] }) readonly items: readonly CaseSummary[];
  @ApiProperty({ description: '下一页的游标', ...TEXT_OR_NULL }) readonly next: string | null;
}

class LinkView implements CaseLink {
  @ApiProperty({ description: '来源案件' }) readonly origin: CaseId;
  @ApiProperty({ description: '来源关系', enum: codesIn(LINK_KINDS) }) readonly kind: LinkKind;
}

class DispositionView implements RecordedDisposition {
  @ApiProperty({ description: '裁判结果', enum: codesIn(DISPOSITIONS) }) readonly disposition: Disposition;
  @ApiProperty({ description: '原文所印裁判结果', ...TEXT_OR_NULL }) readonly printed: string | null;
  @ApiProperty({ description: '文书种类', ...TEXT_OR_NULL }) readonly document: string | null;
  @ApiProperty({ description: '裁判日期', ...DATE_OR_NULL }) readonly decidedOn: CalendarDate | null;
  @ApiProperty({ description: '所引条文', type: [String] }) readonly articles: readonly string[];
}

/** One case as it stands. */
export class CaseDetails implements CaseRegistration {
  @ApiProperty({ description: '案件标识' }) readonly caseId: CaseId;
  @ApiProperty({ description: '案号', ...TEXT_OR_NULL }) readonly caseNumber: string | null;
  @ApiProperty({ description: '原文所印案号', ...TEXT_OR_NULL }) readonly printedNumber: string | null;
  @ApiProperty({ description: '审理法院' }) readonly court: CourtView;
  @ApiProperty({ description: '案件类型', enum: codesIn(CASE_TYPES) }) readonly caseType: CaseType;
  @ApiProperty({ description: '审理程序', enum: codesIn(CASE_STAGES) }) readonly stage: CaseStage;
  @ApiProperty({ description: '案由', ...TEXT_OR_NULL }) readonly cause: string | null;
  @ApiProperty({ description: '立案日期', ...DATE_OR_NULL }) readonly filedOn: CalendarDate | null;
  @ApiProperty({ description: '承办法官', ...TEXT_OR_NULL }) readonly handlingJudge: string | null;
  @ApiProperty({ description: '合议庭', type: [String] }) readonly panel: readonly string[];
  @ApiProperty({ description: '审判长', ...TEXT_OR_NULL }) readonly presidingJudge: string | null;
  @ApiProperty({ description: '独任审理', type: 'boolean', nullable: true }) readonly soleJudge:
    boolean | null;
  @ApiProperty({ description: '适用程序', enum: codesIn(TRIAL_FORMS), nullable: true })
  readonly trialForm: TrialForm | null;
  @ApiProperty({ description: '公开出处', ...TEXT_OR_NULL }) readonly publishedAt: string | null;
  @ApiProperty({ description: '来源案件', type: [LinkView] }) readonly links: readonly LinkView[];
  @ApiProperty({ description: '各次裁判', type: [DispositionView] })
  readonly dispositions: readonly DispositionView[];
  @ApiProperty({ description: '因案件保护不予显示的内容', type: [String] })
  readonly masked: readonly string[];
  @ApiProperty({ description: '案件流的序号，供 If-Match 使用', type: 'integer' }) readonly revision: number;
}
