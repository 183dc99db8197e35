import { CurrentReader, type Reader } from '@liuhen/access';
import type { Receipt } from '@liuhen/event-store';
import { ReceiptView, Traced } from '@liuhen/platform';
import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { AskedOfMatter, MatterParam } from '../matter-file/asked-of-matter';
import type { MatterId } from '../supervision-matter/supervision-matter.events';
import {
  AnswerFigureObjectionBody,
  CheckFiguresBody,
  CorrectBulletinBody,
  ObjectToFigureBody,
} from './bulletin.bodies';
import { HandleBulletin } from './bulletin.handler';
import { ListBulletins } from './bulletin.query';
import { BulletinList } from './bulletin.views';

@ApiTags('通报')
@Controller('matters/:matter/bulletin')
export class BulletinController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
  ) {}

  @Post('figures')
  @ApiOperation({ summary: '核验通报数据', operationId: 'checkBulletinFigures' })
  @ApiCreatedResponse({ type: ReceiptView })
  figures(@AskedOfMatter() asked: AskedOfMatter, @Body() body: CheckFiguresBody): Promise<Receipt> {
    return this.commands.execute(new HandleBulletin(asked, { type: 'CheckFigures', data: body }));
  }

  @Post('objections')
  @ApiOperation({ summary: '对一项数据提出异议', operationId: 'objectToBulletinFigure' })
  @ApiCreatedResponse({ type: ReceiptView })
  object(@AskedOfMatter() asked: AskedOfMatter, @Body() body: ObjectToFigureBody): Promise<Receipt> {
    return this.commands.execute(new HandleBulletin(asked, { type: 'ObjectToFigure', data: body }));
  }

  @Post('objections/:objection/answer')
  @ApiOperation({ summary: '答复异议', operationId: 'answerBulletinObjection' })
  @ApiCreatedResponse({ type: ReceiptView })
  answer(
    @AskedOfMatter() asked: AskedOfMatter,
    @Param('objection') objection: string,
    @Body() { upheld, reason }: AnswerFigureObjectionBody,
  ): Promise<Receipt> {
    const data = { objection, upheld, reason };
    return this.commands.execute(new HandleBulletin(asked, { type: 'AnswerFigureObjection', data }));
  }

  @Post('corrections')
  @ApiOperation({ summary: '更正通报数据', operationId: 'correctBulletin' })
  @ApiCreatedResponse({ type: ReceiptView })
  correct(@AskedOfMatter() asked: AskedOfMatter, @Body() body: CorrectBulletinBody): Promise<Receipt> {
    return this.commands.execute(new HandleBulletin(asked, { type: 'CorrectBulletin', data: body }));
  }

  @Post('close-window')
  @ApiOperation({ summary: '异议期满处理', operationId: 'closeObjectionWindow' })
  @ApiCreatedResponse({ type: ReceiptView })
  closeWindow(@AskedOfMatter() asked: AskedOfMatter): Promise<Receipt> {
    return this.commands.execute(new HandleBulletin(asked, { type: 'CloseObjectionWindow', data: {} }));
  }

  @Get()
  @Traced('view', 'matter')
  @ApiOperation({ summary: '通报的数据、异议和更正', operationId: 'listBulletins' })
  @ApiOkResponse({ type: BulletinList })
  list(@MatterParam() matter: MatterId, @CurrentReader() reader: Reader): Promise<BulletinList> {
    return this.queries.execute(new ListBulletins(matter, reader));
  }
}
