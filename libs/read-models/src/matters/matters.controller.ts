import { CurrentReader, type Reader } from '@liuhen/access';
import type { CalendarDate } from '@liuhen/kernel';
import {
  ChoiceField,
  DateField,
  type Page,
  PageQuery,
  ReadsFrom,
  TextField,
  Traced,
  WholeNumberField,
} from '@liuhen/platform';
import {
  INSTRUMENTS,
  STAGES,
  TRIGGERS,
  type Instrument,
  type Stage,
  type Trigger,
} from '@liuhen/supervision';
import { Controller, Get, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import {
  MATTER_CONDITIONS,
  MATTER_SIDES,
  type MatterCondition,
  type MatterFilter,
  type MatterPageFilter,
  type MatterSide,
} from './matter-filter';
import {
  AssignmentPage,
  MatterChainPage,
  MatterSummary,
  type AssignmentView,
  type MatterChain,
} from './matter-tables.views';
import { ListAssignments, ListChains, ListMatters, SummariseMatters } from './matters.query';
import { MatterPage, type MatterRoundView } from './matters.views';

const ID = { max: 200, optional: true } as const;
const YEARS = { min: 1990, max: 9999 } as const;

class MatterListQuery extends PageQuery implements MatterPageFilter {
  @TextField('发起或者对象法院的代字', ID) readonly court?: string;
  @ChoiceField('本院在哪一方', MATTER_SIDES, { optional: true }) readonly side?: MatterSide;
  @ChoiceField('督导方式', INSTRUMENTS, { optional: true }) readonly instrument?: Instrument;
  @ChoiceField('阶段', STAGES, { optional: true }) readonly stage?: Stage;
  @ChoiceField('情形', MATTER_CONDITIONS, { optional: true, note: '默认 all' })
  readonly condition: MatterCondition = 'all';
  @DateField('有责任在该日或者之前到期', { optional: true }) readonly dueTo?: CalendarDate;
  @TextField('有关的岗位', ID) readonly post?: string;
  @TextField('有关的人员，连同其独任的岗位', ID) readonly person?: string;
  @TextField('所涉案件的标识', ID) readonly case?: string;
  @ChoiceField('触发事由', TRIGGERS, { optional: true }) readonly trigger?: Trigger;
  @WholeNumberField('年度', { ...YEARS, optional: true, fromText: true, note: '发出的，未发出的为起草的' })
  readonly year?: number;
}

class MatterSummaryQuery implements MatterFilter {
  @TextField('发起或者对象法院的代字', ID) readonly court?: string;
  @ChoiceField('本院在哪一方', MATTER_SIDES, { optional: true }) readonly side?: MatterSide;
  @ChoiceField('督导方式', INSTRUMENTS, { optional: true }) readonly instrument?: Instrument;
  @WholeNumberField('年度', { ...YEARS, optional: true, fromText: true, note: '发出的，未发出的为起草的' })
  readonly year?: number;
}

@ApiTags('督导台账')
@Controller('matters')
@ReadsFrom('matters')
export class MattersController {
  constructor(private readonly queries: QueryBus) {}

  @Get()
  @Traced('search', 'matter')
  @ApiOperation({ summary: '督导事项', operationId: 'listMatters' })
  @ApiOkResponse({ type: MatterPage })
  list(@Query() query: MatterListQuery, @CurrentReader() reader: Reader): Promise<Page<MatterRoundView>> {
    return this.queries.execute(new ListMatters(query, reader));
  }

  @Get('summary')
  @Traced('search', 'matter')
  @ApiOperation({ summary: '督导汇总：按对象法院、督导方式、阶段', operationId: 'summariseMatters' })
  @ApiOkResponse({ type: MatterSummary })
  summary(@Query() query: MatterSummaryQuery, @CurrentReader() reader: Reader): Promise<MatterSummary> {
    return this.queries.execute(new SummariseMatters(query, reader));
  }

  @Get('chains')
  @Traced('search', 'matter')
  @ApiOperation({ summary: '升级的督导事项', operationId: 'listMatterChains' })
  @ApiOkResponse({ type: MatterChainPage })
  chains(@Query() query: MatterListQuery, @CurrentReader() reader: Reader): Promise<Page<MatterChain>> {
    return this.queries.execute(new ListChains(query, reader));
  }

  @Get('assignments')
  @Traced('search', 'matter')
  @ApiOperation({ summary: '院领导包保及其进展', operationId: 'listAssignments' })
  @ApiOkResponse({ type: AssignmentPage })
  assignments(
    @Query() query: MatterListQuery,
    @CurrentReader() reader: Reader,
  ): Promise<Page<AssignmentView>> {
    return this.queries.execute(new ListAssignments(query, reader));
  }
}
