import { CurrentReader, type Reader } from '@liuhen/access';
import type { Receipt } from '@liuhen/event-store';
import { ReceiptView, Traced } from '@liuhen/platform';
import { Body, Controller, Get, Post } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { AskedOfMatter, MatterParam } from '../matter-file/asked-of-matter';
import type { MatterId } from '../supervision-matter/supervision-matter.events';
import { FileReportBody, SubmitPlanBody } from './listed-supervision.bodies';
import { HandleListing } from './listed-supervision.handler';
import { ShowListing } from './listed-supervision.query';
import { ListingView } from './listed-supervision.views';

@ApiTags('挂牌督办')
@Controller('matters/:matter/listing')
export class ListedSupervisionController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
  ) {}

  @Post('plan')
  @ApiOperation({ summary: '报送办结计划', operationId: 'submitClosingPlan' })
  @ApiCreatedResponse({ type: ReceiptView })
  plan(@AskedOfMatter() asked: AskedOfMatter, @Body() body: SubmitPlanBody): Promise<Receipt> {
    return this.commands.execute(new HandleListing(asked, { type: 'SubmitClosingPlan', data: body }));
  }

  @Post('reports')
  @ApiOperation({ summary: '报送旬报', operationId: 'filePeriodicReport' })
  @ApiCreatedResponse({ type: ReceiptView })
  report(
    @AskedOfMatter() asked: AskedOfMatter,
    @Body() { progress, obstacles, documents }: FileReportBody,
  ): Promise<Receipt> {
    const data = { progress, obstacles: obstacles ?? null, documents };
    return this.commands.execute(new HandleListing(asked, { type: 'FilePeriodicReport', data }));
  }

  @Get()
  @Traced('view', 'matter')
  @ApiOperation({ summary: '办结计划和旬报', operationId: 'showListing' })
  @ApiOkResponse({ type: ListingView })
  show(@MatterParam() matter: MatterId, @CurrentReader() reader: Reader): Promise<ListingView> {
    return this.queries.execute(new ShowListing(matter, reader));
  }
}
