import type { Receipt } from '@liuhen/event-store';
import { ReceiptView } from '@liuhen/platform';
import { Body, Controller, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiCreatedResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { AskedOfMatter } from '../matter-file/asked-of-matter';
import {
  CommentBody,
  DraftMatterBody,
  draftOf,
  IssueMatterBody,
  ReasonBody,
} from './supervision-matter.bodies';
import { HandleMatter } from './supervision-matter.handler';

/** 起草、审批、发出、撤销: what the issuing side does before it is answered. */
@ApiTags('督导事项')
@Controller('matters/:matter')
export class IssuingController {
  constructor(private readonly commands: CommandBus) {}

  @Post('draft')
  @ApiOperation({ summary: '重新起草，或者起草升级后的督导', operationId: 'redraftMatter' })
  @ApiCreatedResponse({ type: ReceiptView })
  draft(@AskedOfMatter() asked: AskedOfMatter, @Body() body: DraftMatterBody): Promise<Receipt> {
    return this.commands.execute(new HandleMatter(asked, { type: 'DraftMatter', data: draftOf(body) }));
  }

  @Post('approve')
  @ApiOperation({ summary: '批准', operationId: 'approveMatter' })
  @ApiCreatedResponse({ type: ReceiptView })
  approve(@AskedOfMatter() asked: AskedOfMatter, @Body() { comment }: CommentBody): Promise<Receipt> {
    return this.commands.execute(
      new HandleMatter(asked, { type: 'ApproveMatter', data: { comment: comment ?? null } }),
    );
  }

  @Post('decline')
  @ApiOperation({ summary: '不予批准', operationId: 'declineMatter' })
  @ApiCreatedResponse({ type: ReceiptView })
  decline(@AskedOfMatter() asked: AskedOfMatter, @Body() { reason }: ReasonBody): Promise<Receipt> {
    return this.commands.execute(new HandleMatter(asked, { type: 'DeclineMatter', data: { reason } }));
  }

  @Post('issue')
  @ApiOperation({ summary: '发出', operationId: 'issueMatter' })
  @ApiCreatedResponse({ type: ReceiptView })
  issue(
    @AskedOfMatter() asked: AskedOfMatter,
    @Body() { number, letter }: IssueMatterBody,
  ): Promise<Receipt> {
    return this.commands.execute(
      new HandleMatter(asked, { type: 'IssueMatter', data: { number, letter: letter ?? null } }),
    );
  }

  @Post('cancel')
  @ApiOperation({ summary: '撤销', operationId: 'cancelMatter' })
  @ApiCreatedResponse({ type: ReceiptView })
  cancel(@AskedOfMatter() asked: AskedOfMatter, @Body() { reason }: ReasonBody): Promise<Receipt> {
    return this.commands.execute(new HandleMatter(asked, { type: 'CancelMatter', data: { reason } }));
  }
}
