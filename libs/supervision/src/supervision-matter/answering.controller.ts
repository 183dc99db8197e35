import type { Receipt } from '@liuhen/event-store';
import { ReceiptView } from '@liuhen/platform';
import { Body, Controller, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiCreatedResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { AskedOfMatter } from '../matter-file/asked-of-matter';
import { itemsOf } from '../matter-file/item.bodies';
import {
  GrantExtensionBody,
  ReasonBody,
  ReceiveMatterBody,
  ReplyBody,
  RequestExtensionBody,
} from './supervision-matter.bodies';
import { HandleMatter } from './supervision-matter.handler';

/** 签收、延期、答复: what those aimed at do, and what is decided on their asking for more time. */
@ApiTags('督导事项')
@Controller('matters/:matter')
export class AnsweringController {
  constructor(private readonly commands: CommandBus) {}

  @Post('receive')
  @ApiOperation({ summary: '签收', operationId: 'receiveMatter' })
  @ApiCreatedResponse({ type: ReceiptView })
  receive(@AskedOfMatter() asked: AskedOfMatter, @Body() { duty }: ReceiveMatterBody): Promise<Receipt> {
    return this.commands.execute(
      new HandleMatter(asked, { type: 'ReceiveMatter', data: { duty: duty ?? null } }),
    );
  }

  @Post('extension/request')
  @ApiOperation({ summary: '申请延期', operationId: 'requestExtension' })
  @ApiCreatedResponse({ type: ReceiptView })
  requestExtension(
    @AskedOfMatter() asked: AskedOfMatter,
    @Body() { days, reason }: RequestExtensionBody,
  ): Promise<Receipt> {
    return this.commands.execute(
      new HandleMatter(asked, { type: 'RequestExtension', data: { days, reason } }),
    );
  }

  @Post('extension/grant')
  @ApiOperation({ summary: '批准延期', operationId: 'grantExtension' })
  @ApiCreatedResponse({ type: ReceiptView })
  grantExtension(
    @AskedOfMatter() asked: AskedOfMatter,
    @Body() { days, comment }: GrantExtensionBody,
  ): Promise<Receipt> {
    return this.commands.execute(
      new HandleMatter(asked, { type: 'GrantExtension', data: { days, comment: comment ?? null } }),
    );
  }

  @Post('extension/refuse')
  @ApiOperation({ summary: '不批准延期', operationId: 'refuseExtension' })
  @ApiCreatedResponse({ type: ReceiptView })
  refuseExtension(@AskedOfMatter() asked: AskedOfMatter, @Body() { reason }: ReasonBody): Promise<Receipt> {
    return this.commands.execute(new HandleMatter(asked, { type: 'RefuseExtension', data: { reason } }));
  }

  @Post('reply')
  @ApiOperation({ summary: '答复', operationId: 'replyToMatter' })
  @ApiCreatedResponse({ type: ReceiptView })
  reply(
    @AskedOfMatter() asked: AskedOfMatter,
    @Body() { items, screenedReason, ...body }: ReplyBody,
  ): Promise<Receipt> {
    return this.commands.execute(
      new HandleMatter(asked, {
        type: 'ReplyToMatter',
        data: { ...body, items: itemsOf(items), screenedReason: screenedReason ?? null },
      }),
    );
  }
}
