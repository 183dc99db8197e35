import type { Receipt } from '@liuhen/event-store';
import { ReceiptView } from '@liuhen/platform';
import { Body, Controller, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiCreatedResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { AskedOfMatter } from '../matter-file/asked-of-matter';
import {
  AcceptReplyBody,
  EscalateMatterBody,
  ExamineReplyBody,
  ReturnReplyBody,
} from './supervision-matter.bodies';
import { HandleMatter } from './supervision-matter.handler';

/** 审核、采纳、退回、升级: what becomes of an answer. */
@ApiTags('督导事项')
@Controller('matters/:matter')
export class ExaminingController {
  constructor(private readonly commands: CommandBus) {}

  @Post('examine')
  @ApiOperation({ summary: '逐项审核答复', operationId: 'examineReply' })
  @ApiCreatedResponse({ type: ReceiptView })
  examine(
    @AskedOfMatter() asked: AskedOfMatter,
    @Body() { findings, opinion }: ExamineReplyBody,
  ): Promise<Receipt> {
    return this.commands.execute(
      new HandleMatter(asked, { type: 'ExamineReply', data: { findings, opinion } }),
    );
  }

  @Post('accept')
  @ApiOperation({ summary: '采纳答复', operationId: 'acceptReply' })
  @ApiCreatedResponse({ type: ReceiptView })
  accept(@AskedOfMatter() asked: AskedOfMatter, @Body() { opinion }: AcceptReplyBody): Promise<Receipt> {
    return this.commands.execute(new HandleMatter(asked, { type: 'AcceptReply', data: { opinion } }));
  }

  @Post('return')
  @ApiOperation({ summary: '退回答复', operationId: 'returnReply' })
  @ApiCreatedResponse({ type: ReceiptView })
  returnReply(
    @AskedOfMatter() asked: AskedOfMatter,
    @Body() { reason, screenedReason }: ReturnReplyBody,
  ): Promise<Receipt> {
    return this.commands.execute(
      new HandleMatter(asked, {
        type: 'ReturnReply',
        data: { reason, screenedReason: screenedReason ?? null },
      }),
    );
  }

  @Post('escalate')
  @ApiOperation({ summary: '升级为另一督导方式', operationId: 'escalateMatter' })
  @ApiCreatedResponse({ type: ReceiptView })
  escalate(
    @AskedOfMatter() asked: AskedOfMatter,
    @Body() { to, reason }: EscalateMatterBody,
  ): Promise<Receipt> {
    return this.commands.execute(new HandleMatter(asked, { type: 'EscalateMatter', data: { to, reason } }));
  }
}
