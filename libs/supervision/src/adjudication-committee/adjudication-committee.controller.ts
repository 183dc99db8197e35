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
  ApplyToCommitteeBody,
  CarryOutBody,
  CommitteeDecisionBody,
  ConveneCommitteeBody,
  ReconsiderApplicationBody,
  ReferralDecisionBody,
  RequestReconsiderationBody,
} from './adjudication-committee.bodies';
import type { AdjudicationCommitteeCommand } from './adjudication-committee.decider';
import { HandleCommittee } from './adjudication-committee.handler';
import { ListCommitteeMatters } from './adjudication-committee.query';
import { CommitteeList } from './adjudication-committee.views';

@ApiTags('审判委员会')
@Controller('cases/:caseNumber/committee')
export class AdjudicationCommitteeController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
  ) {}

  @Post('applications')
  @ApiOperation({ summary: '申请提交审判委员会讨论决定', operationId: 'applyToCommittee' })
  @ApiCreatedResponse({ type: ReceiptView })
  apply(@AskedOfCase() asked: AskedOfCase, @Body() body: ApplyToCommitteeBody): Promise<Receipt> {
    return this.#handle(asked, { type: 'ApplyToCommittee', data: body });
  }

  @Post('applications/:application/reconsideration')
  @ApiOperation({ summary: '院长建议复议后，合议庭复议', operationId: 'reconsiderApplication' })
  @ApiCreatedResponse({ type: ReceiptView })
  reconsider(
    @AskedOfCase() asked: AskedOfCase,
    @Param('application') application: string,
    @Body() { outcome, response, deliberation, signedBy }: ReconsiderApplicationBody,
  ): Promise<Receipt> {
    const data = { application, outcome, response, deliberation, signedBy };
    return this.#handle(asked, { type: 'ReconsiderApplication', data });
  }

  @Post('referral-decision')
  @ApiOperation({ summary: '院长决定是否提交审判委员会', operationId: 'decideReferral' })
  @ApiCreatedResponse({ type: ReceiptView })
  decideReferral(@AskedOfCase() asked: AskedOfCase, @Body() body: ReferralDecisionBody): Promise<Receipt> {
    return this.#handle(asked, { type: 'DecideReferral', data: body });
  }

  @Post('convene')
  @ApiOperation({ summary: '召集审判委员会会议', operationId: 'conveneCommittee' })
  @ApiCreatedResponse({ type: ReceiptView })
  convene(
    @AskedOfCase() asked: AskedOfCase,
    @Body() { occurredAt, ...body }: ConveneCommitteeBody,
  ): Promise<Receipt> {
    const { composition = null, deviation = null, procurator = null } = body;
    const data = { ...body, composition, deviation, procurator };
    const act = enteredAfterwards(asked.act, occurredAt);
    return this.#handle({ ...asked, act }, { type: 'ConveneCommittee', data });
  }

  @Post(':committee/decision')
  @ApiOperation({ summary: '登记审判委员会的表决和决定', operationId: 'decideCommitteeMatter' })
  @ApiCreatedResponse({ type: ReceiptView })
  decide(
    @AskedOfCase() asked: AskedOfCase,
    @Param('committee') committee: string,
    @Body() { occurredAt, speeches, reasons, minutes }: CommitteeDecisionBody,
  ): Promise<Receipt> {
    const data = { committee, reasons, minutes, speeches: speechesOf(speeches) };
    const act = enteredAfterwards(asked.act, occurredAt);
    return this.#handle({ ...asked, act }, { type: 'DecideMatter', data });
  }

  @Post(':committee/reconsideration')
  @ApiOperation({ summary: '对审判委员会的决定提请复议', operationId: 'requestCommitteeReconsideration' })
  @ApiCreatedResponse({ type: ReceiptView })
  requestReconsideration(
    @AskedOfCase() asked: AskedOfCase,
    @Param('committee') committee: string,
    @Body() { reasons }: RequestReconsiderationBody,
  ): Promise<Receipt> {
    return this.#handle(asked, { type: 'RequestReconsideration', data: { committee, reasons } });
  }

  @Post(':committee/conforming-document')
  @ApiOperation({ summary: '阅核之外，按照审判委员会决定制作文书', operationId: 'carryOutCommitteeDecision' })
  @ApiCreatedResponse({ type: ReceiptView })
  carryOut(
    @AskedOfCase() asked: AskedOfCase,
    @Param('committee') committee: string,
    @Body() { document }: CarryOutBody,
  ): Promise<Receipt> {
    return this.#handle(asked, { type: 'CarryOutDecision', data: { committee, document } });
  }

  @Get()
  @Traced('view', 'innerFile')
  @StepUp()
  @ApiOperation({ summary: '本案提交审判委员会的情况', operationId: 'listCommitteeMatters' })
  @ApiOkResponse({ type: CommitteeList })
  list(@CaseParam() { caseId }: CaseReference, @CurrentReader() reader: Reader): Promise<CommitteeList> {
    return this.queries.execute(new ListCommitteeMatters(caseId, reader));
  }

  #handle(asked: AskedOfCase, command: AdjudicationCommitteeCommand): Promise<Receipt> {
    return this.commands.execute(new HandleCommittee(asked, command));
  }
}
