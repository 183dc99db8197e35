import { CurrentAct, CurrentReader, Directory, StepUp, type CommandAct, type Reader } from '@liuhen/access';
import { courtAt, namedByVersion, policyStream, type PolicyCommand } from '@liuhen/courts';
import type { Receipt } from '@liuhen/event-store';
import { type CalendarDate } from '@liuhen/kernel';
import { ChoiceField, DateField, ReceiptView, SeenRevision, TextField, Untraced } from '@liuhen/platform';
import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import { AdoptPolicyBody, POLICIES, RepealPolicyBody } from './policies.bodies';
import { adoptPolicy } from './policies.commands';
import { HandlePolicyProposal } from './policies.handler';
import { ShowPoliciesInForce, ShowPolicyVersion, type PolicyFilter } from './policies.query';
import { refuse } from './policies.refusals';
import { PoliciesInForceView, PolicyVersionView } from './policies.views';

class PoliciesQuery implements PolicyFilter {
  @TextField('法院代字', { max: 20, optional: true, note: '默认本院' }) readonly court?: string;
  @ChoiceField('规则', POLICIES, { optional: true }) readonly policy?: string;
  @DateField('日期', { optional: true, note: '默认今日' }) readonly on?: CalendarDate;
}

const VersionInPath = () =>
  ApiParam({ name: 'version', description: '规则版本编号（百分号编码）', type: String });

@ApiTags('审判权责规则')
@Controller('policies')
export class PoliciesController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
    private readonly directory: Directory,
  ) {}

  @Get()
  @Untraced('规则本身，人人可读')
  @ApiOperation({ summary: '施行中的规则', operationId: 'showPoliciesInForce' })
  @ApiOkResponse({ type: PoliciesInForceView })
  list(@Query() query: PoliciesQuery, @CurrentReader() reader: Reader): Promise<PoliciesInForceView> {
    return this.queries.execute(new ShowPoliciesInForce(query, reader));
  }

  @Get(':version')
  @Untraced('规则本身，人人可读')
  @VersionInPath()
  @ApiOperation({ summary: '规则的一个版本', operationId: 'showPolicyVersion' })
  @ApiOkResponse({ type: PolicyVersionView })
  show(@Param('version') version: string): Promise<PolicyVersionView> {
    return this.queries.execute(new ShowPolicyVersion(version));
  }

  @Post()
  @StepUp()
  @ApiOperation({ summary: '提请发布本院规则', operationId: 'proposePolicy' })
  @ApiCreatedResponse({ type: ReceiptView })
  adopt(
    @Body() body: AdoptPolicyBody,
    @CurrentAct() act: CommandAct,
    @SeenRevision() seenRevision: number | undefined,
  ): Promise<Receipt> {
    const court = courtAt(this.directory.courts, act.court, this.directory.today);
    if (!court) throw refuse('policy-court-unknown');
    const stream = policyStream(court.id, body.policy);
    return this.#propose(stream, adoptPolicy(body, court.id), body.reason, act, seenRevision);
  }

  @Post(':version/repeal')
  @StepUp()
  @VersionInPath()
  @ApiOperation({ summary: '提请废止本院规则', operationId: 'proposePolicyRepeal' })
  @ApiCreatedResponse({ type: ReceiptView })
  repeal(
    @Param('version') version: string,
    @Body() { on, reason }: RepealPolicyBody,
    @CurrentAct() act: CommandAct,
    @SeenRevision() seenRevision: number | undefined,
  ): Promise<Receipt> {
    const named = namedByVersion(version);
    if (!named) throw refuse('policy-version-not-found');
    const command = { type: 'RepealPolicy', data: { version, on } } as const;
    return this.#propose(policyStream(named.court, named.policy), command, reason, act, seenRevision);
  }

  #propose(
    stream: string,
    change: PolicyCommand,
    reason: string,
    act: CommandAct,
    seenRevision: number | undefined,
  ): Promise<Receipt> {
    const command = { type: 'ProposeChange', data: { change, reason } } as const;
    return this.commands.execute(new HandlePolicyProposal(stream, command, act, seenRevision));
  }
}
