import { CurrentReader, type Reader } from '@liuhen/access';
import { PARTIES, type CalendarDate, type Party } from '@liuhen/kernel';
import {
  ChoiceField,
  DateField,
  MAX_PAGE,
  type Page,
  PageQuery,
  ReadsFrom,
  TextField,
  Traced,
  Untraced,
  WholeNumberField,
} from '@liuhen/platform';
import { Controller, Get, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Moment } from '../moment';
import { MomentField } from '../moment-field';
import { DUTY_CONDITIONS, type DutyCondition, type DutyPageFilter } from './duty-filter';
import { ListDuties, SummariseDuties, type SummaryFilter } from './duties.query';
import { DutyListPage, DutySummary, Worklist, type DutyView } from './duties.views';
import { ShowWorklist } from './worklist.query';

const ID = { max: 200, optional: true } as const;

class DutyListQuery extends PageQuery implements DutyPageFilter {
  @ChoiceField('责任方', PARTIES, { optional: true }) readonly party?: Party;
  @TextField('责任人所在法院的代字', ID) readonly court?: string;
  @TextField('庭室', ID) readonly division?: string;
  @TextField('岗位', ID) readonly post?: string;
  @TextField('负责的人员，连同受委托和代行的', ID) readonly person?: string;
  @TextField('案件标识', ID) readonly case?: string;
  @TextField('责任种类', ID) readonly kind?: string;
  @ChoiceField('情形', DUTY_CONDITIONS, { optional: true, note: '默认 open' })
  readonly condition: DutyCondition = 'open';
  @DateField('产生日期自', { optional: true }) readonly openedFrom?: CalendarDate;
  @DateField('产生日期至', { optional: true }) readonly openedTo?: CalendarDate;
  @DateField('期限自', { optional: true }) readonly dueFrom?: CalendarDate;
  @DateField('期限至', { optional: true }) readonly dueTo?: CalendarDate;
  @MomentField('截至何时所知', { optional: true }) readonly asOf?: Moment;
}

class DutySummaryQuery implements SummaryFilter {
  @TextField('法院代字', { ...ID, note: '默认本院' }) readonly court?: string;
  @TextField('庭室', ID) readonly division?: string;
  @TextField('责任种类', ID) readonly kind?: string;
  @DateField('产生日期自', { optional: true }) readonly openedFrom?: CalendarDate;
  @DateField('产生日期至', { optional: true }) readonly openedTo?: CalendarDate;
  @DateField('期限自', { optional: true }) readonly dueFrom?: CalendarDate;
  @DateField('期限至', { optional: true }) readonly dueTo?: CalendarDate;
  @MomentField('截至何时所知', { optional: true }) readonly asOf?: Moment;
}

class WorklistQuery {
  @WholeNumberField('每项最多列出', {
    min: 1,
    max: MAX_PAGE,
    optional: true,
    fromText: true,
    note: '默认 50',
  })
  readonly limit: number = 50;
}

@ApiTags('责任台账')
@Controller()
@ReadsFrom('duties', 'matters')
export class DutiesController {
  constructor(private readonly queries: QueryBus) {}

  @Get('duties')
  @Traced('search', 'duties')
  @ApiOperation({ summary: '责任台账', operationId: 'listDuties' })
  @ApiOkResponse({ type: DutyListPage })
  list(@Query() query: DutyListQuery, @CurrentReader() reader: Reader): Promise<Page<DutyView>> {
    return this.queries.execute(new ListDuties(query, reader));
  }

  @Get('duties/summary')
  @Traced('search', 'duties')
  @ApiOperation({ summary: '责任汇总：各责任方履责情况', operationId: 'summariseDuties' })
  @ApiOkResponse({ type: DutySummary })
  summary(@Query() query: DutySummaryQuery, @CurrentReader() reader: Reader): Promise<DutySummary> {
    return this.queries.execute(new SummariseDuties(query, reader));
  }

  @Get('worklist')
  @Untraced('本人的待办')
  @ApiOperation({ summary: '待办：我应办的、我代办的、等他人办的', operationId: 'showWorklist' })
  @ApiOkResponse({ type: Worklist })
  worklist(@Query() { limit }: WorklistQuery, @CurrentReader() reader: Reader): Promise<Worklist> {
    return this.queries.execute(new ShowWorklist(reader, limit));
  }
}
