import type { CalendarDate, DocumentReference } from '@liuhen/kernel';
import { DATE_OR_NULL, TEXT_OR_NULL } from '@liuhen/platform';
import { ApiProperty } from '@nestjs/swagger';
import { DocumentView } from '../case-file/document.views';
import type { PlannedStep } from './listed-supervision.events';

class PlannedStepView implements PlannedStep {
  @ApiProperty({ description: '步骤' }) readonly text: string;
  @ApiProperty({ description: '完成日期', format: 'date' }) readonly due: CalendarDate;
}

class ClosingPlanView {
  @ApiProperty({ description: '次序', type: 'integer' }) readonly round: number;
  @ApiProperty({ description: '步骤，依日期先后', type: [PlannedStepView] })
  readonly steps: readonly PlannedStep[];
  @ApiProperty({ description: '计划的办结日期', format: 'date' }) readonly closeBy: CalendarDate;
  @ApiProperty({ description: '报送日期', format: 'date' }) readonly submittedOn: CalendarDate;
}

class PeriodicReportView {
  @ApiProperty({ description: '次序', type: 'integer' }) readonly round: number;
  @ApiProperty({ description: '第几次旬报', type: 'integer' }) readonly nth: number;
  @ApiProperty({ description: '进展' }) readonly progress: string;
  @ApiProperty({ description: '困难', ...TEXT_OR_NULL }) readonly obstacles: string | null;
  @ApiProperty({ description: '材料', type: [DocumentView] })
  readonly documents: readonly DocumentReference[];
  @ApiProperty({ description: '应报日期', ...DATE_OR_NULL }) readonly due: CalendarDate | null;
  @ApiProperty({ description: '报送日期', format: 'date' }) readonly filedOn: CalendarDate;
}

/** What was planned and reported under listed supervision, as far as the reader may know it. */
export class ListingView {
  @ApiProperty({ description: '办结计划', type: [ClosingPlanView] })
  readonly plans: readonly ClosingPlanView[];
  @ApiProperty({ description: '旬报', type: [PeriodicReportView] })
  readonly reports: readonly PeriodicReportView[];
  @ApiProperty({ description: '事项流的序号，供 If-Match 使用', type: 'integer' }) readonly revision: number;
}
