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
  findingsOf,
  GiveFeedbackBody,
  GiveGuidanceBody,
  PlanInspectionBody,
  problemsOf,
  RecordVisitBody,
  stayOf,
} from './supervisory-inspection.bodies';
import { HandleInspection } from './supervisory-inspection.handler';
import { ShowInspection } from './supervisory-inspection.query';
import { InspectionView } from './supervisory-inspection.views';

@ApiTags('点对点督导、下沉督导')
@Controller('matters/:matter/inspection')
export class SupervisoryInspectionController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
  ) {}

  @Post('plan')
  @ApiOperation({ summary: '拟订督导方案', operationId: 'planInspection' })
  @ApiCreatedResponse({ type: ReceiptView })
  plan(@AskedOfMatter() asked: AskedOfMatter, @Body() body: PlanInspectionBody): Promise<Receipt> {
    const { methods, scope } = body;
    const data = { ...stayOf(body), methods, scope };
    return this.commands.execute(new HandleInspection(asked, { type: 'PlanInspection', data }));
  }

  @Post('visit')
  @ApiOperation({ summary: '登记进驻督导的情况', operationId: 'recordInspectionVisit' })
  @ApiCreatedResponse({ type: ReceiptView })
  visit(@AskedOfMatter() asked: AskedOfMatter, @Body() body: RecordVisitBody): Promise<Receipt> {
    const data = { ...stayOf(body), findings: findingsOf(body) };
    return this.commands.execute(new HandleInspection(asked, { type: 'RecordVisit', data }));
  }

  @Post('feedback')
  @ApiOperation({ summary: '登记反馈会和问题清单', operationId: 'giveInspectionFeedback' })
  @ApiCreatedResponse({ type: ReceiptView })
  feedback(@AskedOfMatter() asked: AskedOfMatter, @Body() body: GiveFeedbackBody): Promise<Receipt> {
    const { heldOn, summary, report } = body;
    const data = { heldOn, summary, report, ...problemsOf(body) };
    return this.commands.execute(new HandleInspection(asked, { type: 'GiveFeedback', data }));
  }

  @Post('guidance')
  @ApiOperation({ summary: '登记一对一指导', operationId: 'giveGuidance' })
  @ApiCreatedResponse({ type: ReceiptView })
  guidance(@AskedOfMatter() asked: AskedOfMatter, @Body() body: GiveGuidanceBody): Promise<Receipt> {
    const { heldOn, content, documents } = body;
    const data = { heldOn, guides: body.guides.map(ownerOf), content, documents, ...problemsOf(body) };
    return this.commands.execute(new HandleInspection(asked, { type: 'GiveGuidance', data }));
  }

  @Get()
  @Traced('view', 'matter')
  @ApiOperation({ summary: '督导的方案、进驻、反馈和指导', operationId: 'showInspection' })
  @ApiOkResponse({ type: InspectionView })
  show(@MatterParam() matter: MatterId, @CurrentReader() reader: Reader): Promise<InspectionView> {
    return this.queries.execute(new ShowInspection(matter, reader));
  }
}
