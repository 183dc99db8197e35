import { CurrentReader, type Reader } from '@liuhen/access';
import { Untraced } from '@liuhen/platform';
import { Controller, Get, HttpStatus, Param, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiAcceptedResponse, ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { ShowReceipt } from './receipt.query';
import { LedgerReceipt, ReceiptPending } from './receipt.views';

/** Checkpoints come at most once a second. */
const RETRY_AFTER_S = 1;

@ApiTags('存证')
@Controller('ledger/receipts')
export class ReceiptController {
  constructor(private readonly queries: QueryBus) {}

  @Get(':eventId')
  @Untraced('证明不含内容')
  @ApiOperation({
    summary: '事件的存证回执',
    description: '证明该事件已在日志之中。检查点尚未签署的，回答 202，稍后再取。',
    operationId: 'showReceipt',
  })
  @ApiParam({
    name: 'eventId',
    description: '事件编号，即操作回答中的 events[].id',
    schema: { type: 'string', format: 'uuid' },
  })
  @ApiOkResponse({ type: LedgerReceipt })
  @ApiAcceptedResponse({ type: ReceiptPending, description: '检查点尚未签署，按 Retry-After 再取' })
  async show(
    @Param('eventId') event: string,
    @CurrentReader() reader: Reader,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<LedgerReceipt | ReceiptPending> {
    const receipt = await this.queries.execute(new ShowReceipt(event, reader));
    if (receipt) return receipt;
    void reply.status(HttpStatus.ACCEPTED).header('Retry-After', String(RETRY_AFTER_S));
    return { event, detail: '已收录，检查点尚未签署' };
  }
}
