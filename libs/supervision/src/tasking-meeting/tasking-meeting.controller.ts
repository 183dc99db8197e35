import { CurrentReader, type Reader } from '@liuhen/access';
import type { Receipt } from '@liuhen/event-store';
import { ReceiptView, Traced } from '@liuhen/platform';
import { Body, Controller, Get, Post } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { AskedOfMatter, MatterParam } from '../matter-file/asked-of-matter';
import type { MatterId } from '../supervision-matter/supervision-matter.events';
import { agendaOf, HoldTaskingMeetingBody, meetingOf, SetAgendaBody } from './tasking-meeting.bodies';
import { HandleTasking } from './tasking-meeting.handler';
import { ListTaskingMeetings } from './tasking-meeting.query';
import { TaskingMeetingList } from './tasking-meeting.views';

@ApiTags('调度')
@Controller('matters/:matter/tasking')
export class TaskingMeetingController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
  ) {}

  @Post('agenda')
  @ApiOperation({ summary: '确定议题和数据包；随机调度的，确定抽取的范围', operationId: 'setTaskingAgenda' })
  @ApiCreatedResponse({ type: ReceiptView })
  agenda(@AskedOfMatter() asked: AskedOfMatter, @Body() body: SetAgendaBody): Promise<Receipt> {
    return this.commands.execute(new HandleTasking(asked, { type: 'SetAgenda', data: agendaOf(body) }));
  }

  @Post('draw')
  @ApiOperation({
    summary: '随机抽取',
    description: '从议题确定的范围中抽取。种子由发出通知的事件得出，任何人都不能选择；方法见 liuhen-draw-1。',
    operationId: 'makeRandomDraw',
  })
  @ApiCreatedResponse({ type: ReceiptView })
  draw(@AskedOfMatter() asked: AskedOfMatter): Promise<Receipt> {
    return this.commands.execute(new HandleTasking(asked, { type: 'MakeRandomDraw', data: {} }));
  }

  @Post('hold')
  @ApiOperation({ summary: '登记调度会议和任务', operationId: 'holdTaskingMeeting' })
  @ApiCreatedResponse({ type: ReceiptView })
  hold(@AskedOfMatter() asked: AskedOfMatter, @Body() body: HoldTaskingMeetingBody): Promise<Receipt> {
    return this.commands.execute(
      new HandleTasking(asked, { type: 'HoldTaskingMeeting', data: meetingOf(body) }),
    );
  }

  @Get()
  @Traced('view', 'matter')
  @ApiOperation({ summary: '议题、随机抽取和调度会议', operationId: 'listTaskingMeetings' })
  @ApiOkResponse({ type: TaskingMeetingList })
  list(@MatterParam() matter: MatterId, @CurrentReader() reader: Reader): Promise<TaskingMeetingList> {
    return this.queries.execute(new ListTaskingMeetings(matter, reader));
  }
}
