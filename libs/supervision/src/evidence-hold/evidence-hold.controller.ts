import { CurrentReader, type Reader } from '@liuhen/access';
import type { Receipt } from '@liuhen/event-store';
import { ReceiptView, Traced } from '@liuhen/platform';
import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { AskedOfCase } from '../case-file/asked-of-case';
import type { CaseReference } from '../case-file/case-id';
import { CaseParam } from '../case-file/case-param';
import { EvidenceHoldBody } from './evidence-hold.bodies';
import { HandleEvidenceHold } from './evidence-hold.handler';
import { ListEvidenceHolds } from './evidence-hold.query';
import { EvidenceHoldList } from './evidence-hold.views';

@ApiTags('证据保全')
@Controller('cases/:caseNumber/holds')
export class EvidenceHoldController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
  ) {}

  @Post()
  @ApiOperation({
    summary: '保全本案证据',
    description: '保全期间本案的记录不得遮蔽。保全的记录隔离，不在案件的经过中列出。',
    operationId: 'holdEvidence',
  })
  @ApiCreatedResponse({ type: ReceiptView })
  hold(@AskedOfCase() asked: AskedOfCase, @Body() { reason }: EvidenceHoldBody): Promise<Receipt> {
    return this.commands.execute(new HandleEvidenceHold(asked, { type: 'HoldEvidence', data: { reason } }));
  }

  @Post(':hold/release')
  @ApiOperation({ summary: '解除证据保全', operationId: 'releaseEvidence' })
  @ApiCreatedResponse({ type: ReceiptView })
  release(
    @AskedOfCase() asked: AskedOfCase,
    @Param('hold') hold: string,
    @Body() { reason }: EvidenceHoldBody,
  ): Promise<Receipt> {
    const data = { hold, reason };
    return this.commands.execute(new HandleEvidenceHold(asked, { type: 'ReleaseEvidence', data }));
  }

  @Get()
  @Traced('view', 'trail')
  @ApiOperation({ summary: '本案的证据保全，由督察查阅', operationId: 'listEvidenceHolds' })
  @ApiOkResponse({ type: EvidenceHoldList })
  list(@CaseParam() { caseId }: CaseReference, @CurrentReader() reader: Reader): Promise<EvidenceHoldList> {
    return this.queries.execute(new ListEvidenceHolds(caseId, reader));
  }
}
