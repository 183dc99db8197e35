import { CurrentReader, type Reader } from '@liuhen/access';
import type { Receipt } from '@liuhen/event-store';
import { ReceiptView, Traced } from '@liuhen/platform';
import { Body, Controller, Get, Post } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { AskedOfMatter, MatterParam } from '../matter-file/asked-of-matter';
import { ownerOf } from '../matter-file/item.bodies';
import type { MatterId } from '../supervision-matter/supervision-matter.events';
import {
  HandOverAssignmentBody,
  RecordBaselineBody,
  RecordContactBody,
  RecordAssignmentVisitBody,
  SuspendAssignmentBody,
} from './leader-assignment.bodies';
import { HandleAssignment } from './leader-assignment.handler';
import { ShowAssignment } from './leader-assignment.query';
import { LeaderAssignmentView } from './leader-assignment.views';

@ApiTags('院领导包保')
@Controller('matters/:matter/assignment')
export class LeaderAssignmentController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
  ) {}

  @Post('baseline')
  @ApiOperation({ summary: '建立基线', operationId: 'recordBaseline' })
  @ApiCreatedResponse({ type: ReceiptView })
  baseline(@AskedOfMatter() asked: AskedOfMatter, @Body() body: RecordBaselineBody): Promise<Receipt> {
    return this.commands.execute(new HandleAssignment(asked, { type: 'RecordBaseline', data: body }));
  }

  @Post('contacts')
  @ApiOperation({ summary: '登记月度联系', operationId: 'recordContact' })
  @ApiCreatedResponse({ type: ReceiptView })
  contact(@AskedOfMatter() asked: AskedOfMatter, @Body() body: RecordContactBody): Promise<Receipt> {
    return this.commands.execute(new HandleAssignment(asked, { type: 'RecordContact', data: body }));
  }

  @Post('visits')
  @ApiOperation({ summary: '登记现场督导', operationId: 'recordAssignmentVisit' })
  @ApiCreatedResponse({ type: ReceiptView })
  visit(@AskedOfMatter() asked: AskedOfMatter, @Body() body: RecordAssignmentVisitBody): Promise<Receipt> {
    return this.commands.execute(new HandleAssignment(asked, { type: 'RecordAssignmentVisit', data: body }));
  }

  @Post('suspend')
  @ApiOperation({ summary: '中止包保', operationId: 'suspendAssignment' })
  @ApiCreatedResponse({ type: ReceiptView })
  suspend(
    @AskedOfMatter() asked: AskedOfMatter,
    @Body() { explanation }: SuspendAssignmentBody,
  ): Promise<Receipt> {
    const data = { reason: 'other', explanation } as const;
    return this.commands.execute(new HandleAssignment(asked, { type: 'SuspendAssignment', data }));
  }

  @Post('hand-over')
  @ApiOperation({ summary: '更换包保领导', operationId: 'handOverAssignment' })
  @ApiCreatedResponse({ type: ReceiptView })
  handOver(
    @AskedOfMatter() asked: AskedOfMatter,
    @Body() { to, reason }: HandOverAssignmentBody,
  ): Promise<Receipt> {
    const data = { to: ownerOf(to), reason };
    return this.commands.execute(new HandleAssignment(asked, { type: 'HandOverAssignment', data }));
  }

  @Get()
  @Traced('view', 'matter')
  @ApiOperation({ summary: '包保的基线、进展、联系和交接', operationId: 'showAssignment' })
  @ApiOkResponse({ type: LeaderAssignmentView })
  show(@MatterParam() matter: MatterId, @CurrentReader() reader: Reader): Promise<LeaderAssignmentView> {
    return this.queries.execute(new ShowAssignment(matter, reader));
  }
}
