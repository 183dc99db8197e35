import type { CalendarDate, Instant } from '@liuhen/kernel';
import { ApiProperty } from '@nestjs/swagger';
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
import type { CaseId, CaseLink, CaseRegistration, HandlingCourt, RecordedDisposition } from './case.events';

const codes = (table: object): string[] => Object.keys(table);
const textOrNull = { type: 'string', nullable: true } as const;
const dateOrNull = { ...textOrNull, format: 'date' } as const;

class CourtView implements HandlingCourt {
  @ApiProperty({ description: '法院代字', ...textOrNull }) readonly code: string | null;
  @ApiProperty({ description: '法院名称', ...textOrNull }) readonly name: string | null;
}

/** A case in a list. */
export class CaseSummary {
  @ApiProperty({ description: '案件标识：案号，或者无案号记录的编号' }) readonly caseId: CaseId;
  @ApiProperty({ description: '案号', ...textOrNull }) readonly caseNumber: string | null;
  @ApiProperty({ description: '审理法院' }) readonly court: CourtView;
  @ApiProperty({ description: '案件类型', enum: codes(CASE_TYPES) }) readonly caseType: CaseType;
  @ApiProperty({ description: '审理程序', enum: codes(CASE_STAGES) }) readonly stage: CaseStage;
  @ApiProperty({ description: '案由', ...textOrNull }) readonly cause: string | null;
  @ApiProperty({ description: '立案日期', ...dateOrNull }) readonly filedOn: CalendarDate | null;
  @ApiProperty({ description: '最近一次裁判结果', ...textOrNull }) readonly disposition: Disposition | null;
  @ApiProperty({ description: '最近一次裁判日期', ...dateOrNull }) readonly decidedOn: CalendarDate | null;
  @ApiProperty({ description: '登记时刻', format: 'date-time' }) readonly registeredAt: Instant;
}

export class CasePage {
  @ApiProperty({ description: '本页各项', type: [CaseSummary] }) readonly items: readonly CaseSummary[];
  @ApiProperty({ description: '下一页的游标', ...textOrNull }) readonly next: string | null;
}

class LinkView implements CaseLink {
  @ApiProperty({ description: '来源案件' }) readonly origin: CaseId;
  @ApiProperty({ description: '来源关系', enum: codes(LINK_KINDS) }) readonly kind: LinkKind;
}

class DispositionView implements RecordedDisposition {
  @ApiProperty({ description: '裁判结果', enum: codes(DISPOSITIONS) }) readonly disposition: Disposition;
  @ApiProperty({ description: '原文所印裁判结果', ...textOrNull }) readonly printed: string | null;
  @ApiProperty({ description: '文书种类', ...textOrNull }) readonly document: string | null;
  @ApiProperty({ description: '裁判日期', ...dateOrNull }) readonly decidedOn: CalendarDate | null;
  @ApiProperty({ description: '所引条文', type: [String] }) readonly articles: readonly string[];
}

/** One case as it stands. */
export class CaseDetails implements CaseRegistration {
  @ApiProperty({ description: '案件标识' }) readonly caseId: CaseId;
  @ApiProperty({ description: '案号', ...textOrNull }) readonly caseNumber: string | null;
  @ApiProperty({ description: '原文所印案号', ...textOrNull }) readonly printedNumber: string | null;
  @ApiProperty({ description: '审理法院' }) readonly court: CourtView;
  @ApiProperty({ description: '案件类型', enum: codes(CASE_TYPES) }) readonly caseType: CaseType;
  @ApiProperty({ description: '审理程序', enum: codes(CASE_STAGES) }) readonly stage: CaseStage;
  @ApiProperty({ description: '案由', ...textOrNull }) readonly cause: string | null;
  @ApiProperty({ description: '立案日期', ...dateOrNull }) readonly filedOn: CalendarDate | null;
  @ApiProperty({ description: '承办法官', ...textOrNull }) readonly handlingJudge: string | null;
  @ApiProperty({ description: '合议庭', type: [String] }) readonly panel: readonly string[];
  @ApiProperty({ description: '独任审理', type: 'boolean', nullable: true }) readonly soleJudge:
    boolean | null;
  @ApiProperty({ description: '适用程序', enum: codes(TRIAL_FORMS), nullable: true })
  readonly trialForm: TrialForm | null;
  @ApiProperty({ description: '公开出处', ...textOrNull }) readonly publishedAt: string | null;
  @ApiProperty({ description: '来源案件', type: [LinkView] }) readonly links: readonly LinkView[];
  @ApiProperty({ description: '各次裁判', type: [DispositionView] })
  readonly dispositions: readonly DispositionView[];
  @ApiProperty({ description: '案件流的序号，供 If-Match 使用', type: 'integer' }) readonly revision: number;
}
