import { CurrentAct, CurrentReader, StepUp, type CommandAct, type Reader } from '@liuhen/access';
import type { Receipt } from '@liuhen/event-store';
import { ReadsFrom, ReceiptView, SeenRevision, Traced } from '@liuhen/platform';
import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CaseParam } from '../case-file/case-param';
import type { CaseReference } from '../case-file/case-id';
import { AppellateDispositionBody } from './appellate-disposition.bodies';
import type { AppellateDispositionCommand } from './appellate-disposition.decider';
import { HandleAppellateDisposition } from './appellate-disposition.handler';
import { AuditAppellateDispositions, CountGrounds } from './appellate-disposition.query';
import { AuditQuery, AuditPage, GroundCounts, PeriodQuery } from './appellate-disposition.views';

@ApiTags('发改指')
@Controller()
export class AppellateDispositionController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
  ) {}

  @Post('cases/:caseNumber/appellate-dispositions')
  @StepUp()
  @ApiOperation({ summary: '拟定或者记录发改指裁判', operationId: 'decideAppellateDisposition' })
  @ApiCreatedResponse({ type: ReceiptView })
  decide(
    @CaseParam() reference: CaseReference,
    @Body() body: AppellateDispositionBody,
    @CurrentAct() act: CommandAct,
    @SeenRevision() seenRevision: number | undefined,
  ): Promise<Receipt> {
    const { source } = body;
    return this.commands.execute(
      new HandleAppellateDisposition(reference, commandOf(body), { ...act, source }, seenRevision),
    );
  }

  @Get('audit/appellate-dispositions')
  @Traced('search', 'audit')
  @ReadsFrom('appellate_disposition_audit')
  @ApiOperation({ summary: '发改指审计', operationId: 'auditAppellateDispositions' })
  @ApiOkResponse({ type: AuditPage })
  audit(@Query() query: AuditQuery, @CurrentReader() reader: Reader): Promise<AuditPage> {
    return this.queries.execute(new AuditAppellateDispositions(query, reader));
  }

  @Get('audit/appellate-dispositions/grounds')
  @Traced('search', 'audit')
  @ReadsFrom('appellate_disposition_audit')
  @ApiOperation({ summary: '各项发改指理由的使用次数', operationId: 'countAppellateDispositionGrounds' })
  @ApiOkResponse({ type: GroundCounts })
  grounds(@Query() query: PeriodQuery, @CurrentReader() reader: Reader): Promise<GroundCounts> {
    return this.queries.execute(new CountGrounds(query, reader));
  }
}

function commandOf(body: AppellateDispositionBody): AppellateDispositionCommand {
  const { status, source: _source, document, decidedOn, stage, ...given } = body;
  const disposition = {
    ...given,
    document: document ?? null,
    decidedOn: decidedOn ?? null,
    stage: stage ?? null,
  };
  return status === 'draft'
    ? { type: 'DraftAppellateDisposition', data: disposition }
    : { type: 'RecordAppellateDisposition', data: { disposition, status } };
}
