import { CurrentAct, CurrentReader, type CommandAct, type Reader } from '@liuhen/access';
import type { Receipt } from '@liuhen/event-store';
import type { CalendarDate, Source } from '@liuhen/kernel';
import {
  ChoiceField,
  DateField,
  type Page,
  PageQuery,
  ReadsFrom,
  ReceiptView,
  SeenRevision,
  TextField,
  Traced,
} from '@liuhen/platform';
import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CaseParam } from '../case-file/case-param';
import type { CaseReference } from '../case-file/case-id';
import { CASE_TYPES, type CaseType } from './case-vocabulary';
import { FormPanelBody, LinkCaseBody, RecordDispositionBody, RegisterCaseBody } from './case.bodies';
import { formPanel, linkCase, recordDisposition, registerCase, registeredCase } from './case.commands';
import type { CaseCommand } from './case.decider';
import { HandleCase } from './case.handler';
import { ListCases, ShowCase, type CaseFilter } from './case.query';
import { CaseDetails, CasePage, type CaseSummary } from './case.views';

class CaseListQuery extends PageQuery implements CaseFilter {
  @TextField('法院代字', { max: 20, optional: true }) readonly court?: string;
  @ChoiceField('案件类型', CASE_TYPES, { optional: true }) readonly caseType?: CaseType;
  @DateField('立案日期自', { optional: true }) readonly filedFrom?: CalendarDate;
  @DateField('立案日期至', { optional: true }) readonly filedTo?: CalendarDate;
}

@ApiTags('案件')
@Controller('cases')
export class CaseController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
  ) {}

  @Post()
  @ApiOperation({ summary: '登记案件', operationId: 'registerCase' })
  @ApiCreatedResponse({ type: ReceiptView })
  register(
    @Body() body: RegisterCaseBody,
    @CurrentAct() act: CommandAct,
    @SeenRevision() seenRevision: number | undefined,
  ): Promise<Receipt> {
    const reference = registeredCase(body);
    return this.#handle(reference, registerCase(body, reference), act, body.source, seenRevision);
  }

  @Post(':caseNumber/panel')
  @ApiOperation({ summary: '组成或变更合议庭', operationId: 'formPanel' })
  @ApiCreatedResponse({ type: ReceiptView })
  formPanel(
    @CaseParam() reference: CaseReference,
    @Body() body: FormPanelBody,
    @CurrentAct() act: CommandAct,
    @SeenRevision() seenRevision: number | undefined,
  ): Promise<Receipt> {
    return this.#handle(reference, formPanel(body), act, body.source, seenRevision);
  }

  @Post(':caseNumber/links')
  @ApiOperation({ summary: '登记案件来源', operationId: 'linkCase' })
  @ApiCreatedResponse({ type: ReceiptView })
  link(
    @CaseParam() reference: CaseReference,
    @Body() body: LinkCaseBody,
    @CurrentAct() act: CommandAct,
    @SeenRevision() seenRevision: number | undefined,
  ): Promise<Receipt> {
    return this.#handle(reference, linkCase(body), act, body.source, seenRevision);
  }

  @Post(':caseNumber/dispositions')
  @ApiOperation({ summary: '记录裁判结果', operationId: 'recordDisposition' })
  @ApiCreatedResponse({ type: ReceiptView })
  dispose(
    @CaseParam() reference: CaseReference,
    @Body() body: RecordDispositionBody,
    @CurrentAct() act: CommandAct,
    @SeenRevision() seenRevision: number | undefined,
  ): Promise<Receipt> {
    return this.#handle(reference, recordDisposition(body), act, body.source, seenRevision);
  }

  @Get()
  @Traced('search', 'case')
  @ReadsFrom('case_register')
  @ApiOperation({ summary: '案件列表', operationId: 'listCases' })
  @ApiOkResponse({ type: CasePage })
  list(@Query() query: CaseListQuery, @CurrentReader() reader: Reader): Promise<Page<CaseSummary>> {
    return this.queries.execute(new ListCases(query, reader));
  }

  @Get(':caseNumber')
  @Traced('view', 'case')
  @ApiOperation({ summary: '案件现状', operationId: 'showCase' })
  @ApiOkResponse({ type: CaseDetails })
  show(@CaseParam() { caseId }: CaseReference, @CurrentReader() reader: Reader): Promise<CaseDetails> {
    return this.queries.execute(new ShowCase(caseId, reader));
  }

  #handle(
    reference: CaseReference,
    command: CaseCommand,
    act: CommandAct,
    source: Source,
    seenRevision: number | undefined,
  ): Promise<Receipt> {
    return this.commands.execute(new HandleCase(reference, command, { ...act, source }, seenRevision));
  }
}
