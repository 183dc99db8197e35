import type { CalendarDate } from '@liuhen/kernel';
import type { CaseId } from '@liuhen/supervision';
import { ApiProperty } from '@nestjs/swagger';

const textOrNull = { type: 'string', nullable: true } as const;

class FamilyCourt {
  @ApiProperty({ description: '法院代字', ...textOrNull }) readonly code: string | null;
  @ApiProperty({ description: '法院名称', ...textOrNull }) readonly name: string | null;
}

export class FamilyCase {
  @ApiProperty({ description: '案件标识' }) readonly caseId: CaseId;
  @ApiProperty({ description: '案号', ...textOrNull }) readonly caseNumber: string | null;
  @ApiProperty({ description: '审理法院' }) readonly court: FamilyCourt;
  @ApiProperty({ description: '案件类型' }) readonly caseType: string;
  @ApiProperty({ description: '审理程序' }) readonly stage: string;
  @ApiProperty({ description: '裁判结果', ...textOrNull }) readonly disposition: string | null;
  @ApiProperty({ description: '裁判日期', format: 'date', ...textOrNull })
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
