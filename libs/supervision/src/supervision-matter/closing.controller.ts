import type { Receipt } from '@liuhen/event-store';
import { ReceiptView } from '@liuhen/platform';
import { Body, Controller, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiCreatedResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { AskedOfMatter } from '../matter-file/asked-of-matter';
import { itemsOf } from '../matter-file/item.bodies';
import {
  ArchiveBody,
  CheckItemBody,
  CloseOutBody,
  FollowUpBody,
  ReportItemBody,
} from './supervision-matter.bodies';
import { HandleMatter } from './supervision-matter.handler';

/** 整改、销号、回头看、归档. */
@ApiTags('督导事项')
@Controller('matters/:matter')
export class ClosingController {
  constructor(private readonly commands: CommandBus) {}

  @Post('items/:item/report')
  @ApiOperation({ summary: '报送一项整改', operationId: 'reportRectification' })
  @ApiCreatedResponse({ type: ReceiptView })
  report(
    @AskedOfMatter() asked: AskedOfMatter,
    @Param('item') item: string,
    @Body() { statement, evidence }: ReportItemBody,
  ): Promise<Receipt> {
    return this.commands.execute(
      new HandleMatter(asked, { type: 'ReportRectification', data: { item, statement, evidence } }),
    );
  }

  @Post('items/:item/check')
  @ApiOperation({ summary: '验收一项整改', operationId: 'checkRectification' })
  @ApiCreatedResponse({ type: ReceiptView })
  check(
    @AskedOfMatter() asked: AskedOfMatter,
    @Param('item') item: string,
    @Body() { passed, comment, due }: CheckItemBody,
  ): Promise<Receipt> {
    return this.commands.execute(
      new HandleMatter(asked, {
        type: 'CheckRectification',
        data: { item, passed, comment, due: due ?? null },
      }),
    );
  }

  @Post('close-out')
  @ApiOperation({ summary: '销号', operationId: 'closeOutMatter' })
  @ApiCreatedResponse({ type: ReceiptView })
  closeOut(@AskedOfMatter() asked: AskedOfMatter, @Body() { conclusion }: CloseOutBody): Promise<Receipt> {
    return this.commands.execute(new HandleMatter(asked, { type: 'CloseOutMatter', data: { conclusion } }));
  }

  @Post('follow-up')
  @ApiOperation({ summary: '回头看', operationId: 'followUpMatter' })
  @ApiCreatedResponse({ type: ReceiptView })
  followUp(
    @AskedOfMatter() asked: AskedOfMatter,
    @Body() { holds, findings, items, screenedReason }: FollowUpBody,
  ): Promise<Receipt> {
    return this.commands.execute(
      new HandleMatter(asked, {
        type: 'FollowUpMatter',
        data: { holds, findings, items: itemsOf(items), screenedReason: screenedReason ?? null },
      }),
    );
  }

  @Post('archive')
  @ApiOperation({ summary: '归档', operationId: 'archiveMatter' })
  @ApiCreatedResponse({ type: ReceiptView })
  archive(@AskedOfMatter() asked: AskedOfMatter, @Body() { volume }: ArchiveBody): Promise<Receipt> {
    return this.commands.execute(new HandleMatter(asked, { type: 'ArchiveMatter', data: { volume } }));
  }
}
