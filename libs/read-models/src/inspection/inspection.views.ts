import { SOURCES, type Instant, type OccurredAt, type Source } from '@liuhen/kernel';
import { codesIn, TEXT_OR_NULL } from '@liuhen/platform';
import { ApiProperty } from '@nestjs/swagger';
import type { LateEntry, PersonAct, PersonPatterns } from './patterns';

class PersonActView implements PersonAct {
  @ApiProperty({ description: '事件编号', format: 'uuid' }) readonly event: string;
  @ApiProperty({ description: '案件' }) readonly caseId: string;
  @ApiProperty({ description: '事件类型' }) readonly type: string;
  @ApiProperty({ description: '人员' }) readonly person: string;
  @ApiProperty({ description: '岗位' }) readonly post: string;
  @ApiProperty({ description: '法院代字' }) readonly court: string;
  @ApiProperty({ description: '来源', enum: codesIn(SOURCES) }) readonly source: Source;
  @ApiProperty({ description: '发生的时刻或者日期', ...TEXT_OR_NULL }) readonly occurredAt: OccurredAt;
  @ApiProperty({ description: '系统收录时刻（UTC）', format: 'date-time' }) readonly recordedAt: Instant;
}

class LateEntryView extends PersonActView implements LateEntry {
  @ApiProperty({ description: '发生之后多少日收录；不明的为 null', type: 'integer', nullable: true })
  readonly daysAfter: number | null;
}

class PersonPatternsView implements PersonPatterns {
  @ApiProperty({ description: '人员' }) readonly person: string;
  @ApiProperty({ description: '姓名' }) readonly personName: string;
  @ApiProperty({ description: '签批总件数', type: 'integer' }) readonly signOffs: number;
  @ApiProperty({
    description: '密集签批，每组为一段',
    type: 'array',
    items: { type: 'array', items: { $ref: '#/components/schemas/PersonActView' } },
  })
  readonly rapid: readonly (readonly PersonActView[])[];
  @ApiProperty({ description: '非工作时间签批', type: [PersonActView] })
  readonly afterHours: readonly PersonActView[];
  @ApiProperty({ description: '补录总件数', type: 'integer' }) readonly entered: number;
  @ApiProperty({ description: '迟延补录', type: [LateEntryView] }) readonly late: readonly LateEntryView[];
}

class PatternBasis {
  @ApiProperty({ description: '规则版本' }) readonly policy: string;
  @ApiProperty({ description: '条款' }) readonly clause: string;
}

/** What is worth a look says nothing against anybody. */
export class InspectionPatterns {
  @ApiProperty({ description: '人员，可疑情形多的在前', type: [PersonPatternsView] })
  readonly items: readonly PersonPatternsView[];
  @ApiProperty({ description: '所依据的条款', type: [PatternBasis] })
  readonly basis: readonly PatternBasis[];
}
