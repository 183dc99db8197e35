import { CurrentReader, type Reader } from '@liuhen/access';
import type { Receipt } from '@liuhen/event-store';
import { ReceiptView, Traced } from '@liuhen/platform';
import { Body, Controller, Get, Post } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { AskedOfMatter, MatterParam } from '../matter-file/asked-of-matter';
import type { MatterId } from '../supervision-matter/supervision-matter.events';
import {
  heldOf,
  HoldTalkBody,
  planOf,
  PlanTalkBody,
  RescheduleTalkBody,
  SignTalkRecordBody,
} from './accountability-talk.bodies';
import { HandleTalk } from './accountability-talk.handler';
import { ListTalks } from './accountability-talk.query';
import { TalkList } from './accountability-talk.views';

@ApiTags('约谈')
@Controller('matters/:matter/talk')
export class AccountabilityTalkController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
  ) {}

  @Post('plan')
  @ApiOperation({ summary: '拟订约谈方案', operationId: 'planTalk' })
  @ApiCreatedResponse({ type: ReceiptView })
  plan(@AskedOfMatter() asked: AskedOfMatter, @Body() body: PlanTalkBody): Promise<Receipt> {
    return this.commands.execute(new HandleTalk(asked, { type: 'PlanTalk', data: planOf(body) }));
  }

  @Post('reschedule')
  @ApiOperation({ summary: '约谈改期', operationId: 'rescheduleTalk' })
  @ApiCreatedResponse({ type: ReceiptView })
  reschedule(@AskedOfMatter() asked: AskedOfMatter, @Body() body: RescheduleTalkBody): Promise<Receipt> {
    return this.commands.execute(new HandleTalk(asked, { type: 'RescheduleTalk', data: body }));
  }

  @Post('hold')
  @ApiOperation({ summary: '登记谈话：笔录、概要和整改承诺', operationId: 'holdTalk' })
  @ApiCreatedResponse({ type: ReceiptView })
  hold(@AskedOfMatter() asked: AskedOfMatter, @Body() body: HoldTalkBody): Promise<Receipt> {
    return this.commands.execute(new HandleTalk(asked, { type: 'HoldTalk', data: heldOf(body) }));
  }

  @Post('sign')
  @ApiOperation({ summary: '被约谈人在笔录上签字，或者拒绝签字', operationId: 'signTalkRecord' })
  @ApiCreatedResponse({ type: ReceiptView })
  sign(
    @AskedOfMatter() asked: AskedOfMatter,
    @Body() { signed, remark }: SignTalkRecordBody,
  ): Promise<Receipt> {
    const data = { signed, remark: remark ?? null };
    return this.commands.execute(new HandleTalk(asked, { type: 'SignTalkRecord', data }));
  }

  @Get()
  @Traced('view', 'matter')
  @ApiOperation({ summary: '约谈的方案、经过和笔录', operationId: 'listTalks' })
  @ApiOkResponse({ type: TalkList })
  list(@MatterParam() matter: MatterId, @CurrentReader() reader: Reader): Promise<TalkList> {
    return this.queries.execute(new ListTalks(matter, reader));
  }
}
