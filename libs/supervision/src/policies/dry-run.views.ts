import type { CalendarDate } from '@liuhen/kernel';
import { codesIn, TEXT_OR_NULL } from '@liuhen/platform';
import { ApiProperty } from '@nestjs/swagger';
import { REVIEW_LEVELS, type ReviewLevel } from '../court-rules/review-policy';

const LEVELS = { enum: codesIn(REVIEW_LEVELS), isArray: true } as const;

/** A document that the draft would have sent another way. */
export class DifferingDocument {
  @ApiProperty({ description: '案件标识' }) readonly caseId: string;
  @ApiProperty({ description: '案号', ...TEXT_OR_NULL }) readonly caseNumber: string | null;
  @ApiProperty({ description: '阅核编号' }) readonly review: string;
  @ApiProperty({ description: '法院代字' }) readonly court: string;
  @ApiProperty({ description: '提交日期', format: 'date' }) readonly submittedOn: CalendarDate;
  @ApiProperty({ description: '当时须经的层级', ...LEVELS }) readonly required: readonly ReviewLevel[];
  @ApiProperty({ description: '依草案须经的层级', ...LEVELS }) readonly drafted: readonly ReviewLevel[];
}

/** 试算结果. */
export class DryRunView {
  @ApiProperty({ description: '期间提交阅核的文书件数', type: 'integer' }) readonly submissions: number;
  @ApiProperty({ description: '层级不变的件数', type: 'integer' }) readonly same: number;
  @ApiProperty({ description: '增加层级的件数', type: 'integer' }) readonly added: number;
  @ApiProperty({ description: '减少层级的件数；有增有减的，两处都计', type: 'integer' })
  readonly dropped: number;
  @ApiProperty({ description: '当时没有可以适用的完整规则，无从比较的件数', type: 'integer' })
  readonly notComparable: number;
  @ApiProperty({ description: '层级有变的文书，按提交日期排列，至多 200 件', type: [DifferingDocument] })
  readonly differing: readonly DifferingDocument[];
}
