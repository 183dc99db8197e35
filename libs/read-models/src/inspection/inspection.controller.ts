import { CurrentReader, type Reader } from '@liuhen/access';
import type { CalendarDate } from '@liuhen/kernel';
import { DateField, ReadsFrom, TextField, Traced } from '@liuhen/platform';
import { Controller, Get, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { ShowPatterns, type PatternFilter } from './inspection.query';
import { InspectionPatterns } from './inspection.views';

class PatternsQuery implements PatternFilter {
  @TextField('法院代字', { max: 20, optional: true, note: '默认本院' }) readonly court?: string;
  @TextField('人员编号', { max: 64, optional: true }) readonly person?: string;
  @DateField('收录日期自', { optional: true }) readonly from?: CalendarDate;
  @DateField('收录日期至', { optional: true }) readonly to?: CalendarDate;
}

@ApiTags('督察筛查')
@Controller('inspection/patterns')
@ReadsFrom('person_acts')
export class InspectionController {
  constructor(private readonly queries: QueryBus) {}

  @Get()
  @Traced('search', 'audit')
  @ApiOperation({
    summary: '按人员筛查：密集签批、非工作时间签批、补录',
    description: '标准是法院规则的条款。列出的只是值得一看，不是对人的评价。默认查至今日的三十日。',
    operationId: 'showInspectionPatterns',
  })
  @ApiOkResponse({ type: InspectionPatterns })
  show(@Query() query: PatternsQuery, @CurrentReader() reader: Reader): Promise<InspectionPatterns> {
    return this.queries.execute(new ShowPatterns(query, reader));
  }
}
