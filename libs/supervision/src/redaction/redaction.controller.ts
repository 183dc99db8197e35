import { CurrentReader, StepUp, type Reader } from '@liuhen/access';
import type { Receipt } from '@liuhen/event-store';
import { ReceiptView, Traced } from '@liuhen/platform';
import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { AskedOfCase } from '../case-file/asked-of-case';
import type { CaseReference } from '../case-file/case-id';
import { CaseParam } from '../case-file/case-param';
import { DeclineRedactionBody, ProposeRedactionBody } from './redaction.bodies';
import type { RedactionCommand } from './redaction.decider';
import { HandleRedaction } from './redaction.handler';
import { ListRedactions } from './redaction.query';
import { RedactionList } from './redaction.views';

@ApiTags('依法遮蔽')
@Controller('cases/:caseNumber/redactions')
export class RedactionController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
  ) {}

  @Post()
  @StepUp()
  @ApiOperation({
    summary: '提出遮蔽',
    description:
      '只及于当事人的个人信息和附件。须由两名院庭长审批，其中一名在上级法院；第二人同意时即行遮蔽，不可恢复。',
    operationId: 'proposeRedaction',
  })
  @ApiCreatedResponse({ type: ReceiptView })
  propose(@AskedOfCase() asked: AskedOfCase, @Body() body: ProposeRedactionBody): Promise<Receipt> {
    return this.#handle(asked, { type: 'ProposeRedaction', data: body });
  }

  @Post(':proposal/approvals')
  @StepUp()
  @ApiOperation({ summary: '同意遮蔽；第二人同意即行遮蔽', operationId: 'approveRedaction' })
  @ApiCreatedResponse({ type: ReceiptView })
  approve(@AskedOfCase() asked: AskedOfCase, @Param('proposal') proposal: string): Promise<Receipt> {
    return this.#handle(asked, { type: 'ApproveRedaction', data: { proposal } });
  }

  @Post(':proposal/refusals')
  @StepUp()
  @ApiOperation({ summary: '不同意遮蔽，或者由提出人撤回', operationId: 'declineRedaction' })
  @ApiCreatedResponse({ type: ReceiptView })
  decline(
    @AskedOfCase() asked: AskedOfCase,
    @Param('proposal') proposal: string,
    @Body() { reason }: DeclineRedactionBody,
  ): Promise<Receipt> {
    return this.#handle(asked, { type: 'DeclineRedaction', data: { proposal, reason } });
  }

  @Get()
  @Traced('view', 'case')
  @ApiOperation({ summary: '本案的遮蔽', operationId: 'listRedactions' })
  @ApiOkResponse({ type: RedactionList })
  list(@CaseParam() { caseId }: CaseReference, @CurrentReader() reader: Reader): Promise<RedactionList> {
    return this.queries.execute(new ListRedactions(caseId, reader));
  }

  #handle(asked: AskedOfCase, command: RedactionCommand): Promise<Receipt> {
    return this.commands.execute(new HandleRedaction(asked, command));
  }
}
