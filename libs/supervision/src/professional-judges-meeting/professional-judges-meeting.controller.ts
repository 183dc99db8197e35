import { CurrentReader, StepUp, type Reader } from '@liuhen/access';
import type { Receipt } from '@liuhen/event-store';
import { ReceiptView, Traced } from '@liuhen/platform';
import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { AskedOfCase, enteredAfterwards } from '../case-file/asked-of-case';
import type { CaseReference } from '../case-file/case-id';
import { CaseParam } from '../case-file/case-param';
import { speechesOf } from '../case-file/discussion.bodies';
import {
  ConcludeMeetingBody,
  ConveneMeetingBody,
  DeclineMeetingBody,
  RequestMeetingBody,
} from './professional-judges-meeting.bodies';
import { HandleMeeting } from './professional-judges-meeting.handler';
import { ListMeetings } from './professional-judges-meeting.query';
import { MeetingList } from './professional-judges-meeting.views';

@ApiTags('专业法官会议')
@Controller('cases/:caseNumber/meetings')
export class ProfessionalJudgesMeetingController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
  ) {}

  @Post()
  @ApiOperation({ summary: '合议庭或者独任法官提请专业法官会议讨论', operationId: 'requestMeeting' })
  @ApiCreatedResponse({ type: ReceiptView })
  request(@AskedOfCase() asked: AskedOfCase, @Body() body: RequestMeetingBody): Promise<Receipt> {
    return this.commands.execute(new HandleMeeting(asked, { type: 'RequestMeeting', data: body }));
  }

  @Post('convene')
  @ApiOperation({ summary: '召集专业法官会议', operationId: 'conveneMeeting' })
  @ApiCreatedResponse({ type: ReceiptView })
  convene(
    @AskedOfCase() asked: AskedOfCase,
    @Body() { occurredAt, ...meeting }: ConveneMeetingBody,
  ): Promise<Receipt> {
    const act = enteredAfterwards(asked.act, occurredAt);
    return this.commands.execute(
      new HandleMeeting({ ...asked, act }, { type: 'ConveneMeeting', data: meeting }),
    );
  }

  @Post('decline')
  @ApiOperation({ summary: '决定不召开专业法官会议', operationId: 'declineMeeting' })
  @ApiCreatedResponse({ type: ReceiptView })
  decline(@AskedOfCase() asked: AskedOfCase, @Body() body: DeclineMeetingBody): Promise<Receipt> {
    return this.commands.execute(new HandleMeeting(asked, { type: 'DeclineMeeting', data: body }));
  }

  @Post(':meeting/conclusion')
  @ApiOperation({ summary: '登记专业法官会议的讨论意见', operationId: 'concludeMeeting' })
  @ApiCreatedResponse({ type: ReceiptView })
  conclude(
    @AskedOfCase() asked: AskedOfCase,
    @Param('meeting') meeting: string,
    @Body() { occurredAt, summary, minutes, speeches }: ConcludeMeetingBody,
  ): Promise<Receipt> {
    const act = enteredAfterwards(asked.act, occurredAt);
    const data = { meeting, summary, minutes, speeches: speechesOf(speeches) };
    return this.commands.execute(new HandleMeeting({ ...asked, act }, { type: 'ConcludeMeeting', data }));
  }

  @Get()
  @Traced('view', 'innerFile')
  @StepUp()
  @ApiOperation({ summary: '本案的专业法官会议', operationId: 'listMeetings' })
  @ApiOkResponse({ type: MeetingList })
  list(@CaseParam() { caseId }: CaseReference, @CurrentReader() reader: Reader): Promise<MeetingList> {
    return this.queries.execute(new ListMeetings(caseId, reader));
  }
}
