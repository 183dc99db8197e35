import { CurrentAct, CurrentReader, type CommandAct, type Reader } from '@liuhen/access';
import type { Receipt } from '@liuhen/event-store';
import { ReceiptView, Traced, Untraced } from '@liuhen/platform';
import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { MatterParam } from '../matter-file/asked-of-matter';
import { newMatterId } from '../matter-file/matter-id';
import { DraftMatterBody, draftOf, RoutesQuery, ScreeningBody } from './supervision-matter.bodies';
import type { MatterId } from './supervision-matter.events';
import { HandleMatter } from './supervision-matter.handler';
import { ListRoutes, ScreenWording, ShowMatter } from './supervision-matter.query';
import { MatterStandingView, RouteList, ScreeningView } from './supervision-matter.views';

@ApiTags('督导事项')
@Controller('matters')
export class SupervisionMatterController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
  ) {}

  @Post()
  @ApiOperation({
    summary: '起草督导事项',
    description: '回答中的 stream 去掉前缀 matter- 即为事项编号，供其后各步使用。',
    operationId: 'draftMatter',
  })
  @ApiCreatedResponse({ type: ReceiptView })
  draft(@Body() body: DraftMatterBody, @CurrentAct() act: CommandAct): Promise<Receipt> {
    const asked = { matter: newMatterId(act), act, seenRevision: undefined };
    return this.commands.execute(new HandleMatter(asked, { type: 'DraftMatter', data: draftOf(body) }, true));
  }

  @Post('screening')
  @HttpCode(200)
  @ApiOperation({ summary: '审查词句：是否可能要求案件结果', operationId: 'screenWording' })
  @ApiOkResponse({ type: ScreeningView })
  screen(@Body() { texts }: ScreeningBody, @CurrentReader() reader: Reader): Promise<ScreeningView> {
    return this.queries.execute(new ScreenWording(texts, reader));
  }

  @Get('routes')
  @Untraced('规则本身，人人可读')
  @ApiOperation({ summary: '谁可以用哪种方式向谁督导', operationId: 'listMatterRoutes' })
  @ApiOkResponse({ type: RouteList })
  routes(@Query() { court }: RoutesQuery, @CurrentReader() reader: Reader): Promise<RouteList> {
    return this.queries.execute(new ListRoutes(court, reader));
  }

  @Get(':matter')
  @Traced('view', 'matter')
  @ApiOperation({ summary: '督导事项的现状', operationId: 'showMatter' })
  @ApiOkResponse({ type: MatterStandingView })
  show(@MatterParam() matter: MatterId, @CurrentReader() reader: Reader): Promise<MatterStandingView> {
    return this.queries.execute(new ShowMatter(matter, reader));
  }
}
