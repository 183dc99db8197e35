import type { CalendarDate } from '@liuhen/kernel';
import { DATE_OR_NULL, TEXT_OR_NULL } from '@liuhen/platform';
import { CourtView, type CaseId } from '@liuhen/supervision';
import { ApiProperty } from '@nestjs/swagger';

export class FamilyCase {
  @ApiProperty({ description: '案件标识' }) readonly caseId: CaseId;
  @ApiProperty({ description: '案号', ...TEXT_OR_NULL }) readonly caseNumber: string | null;
  @ApiProperty({ description: '审理法院' }) readonly court: CourtView;
  @ApiProperty({ description: '案件类型' }) readonly caseType: string;
  @ApiProperty({ description: '审理程序' }) readonly stage: string;
  @ApiProperty({ description: '裁判结果', ...TEXT_OR_NULL }) readonly disposition: string | null;
  @ApiProperty({ description: '裁判日期', ...DATE_OR_NULL })
  readonly decidedOn: CalendarDate | null;
}

export class FamilyLink {
  @ApiProperty({ description: '案件标识' }) readonly caseId: CaseId;
  @ApiProperty({ description: '来源案件' }) readonly origin: CaseId;
  @ApiProperty({ description: '来源关系' }) readonly kind: string;
}

/** 同一纠纷的各案. */
export class Family {
  @ApiProperty({ description: '各案', type: [FamilyCase] }) readonly cases: readonly FamilyCase[];
  @ApiProperty({ description: '来源关系', type: [FamilyLink] }) readonly links: readonly FamilyLink[];
}
