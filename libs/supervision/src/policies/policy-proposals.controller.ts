import {
  AnswersProposal,
  answerTo,
  CurrentAct,
  CurrentReader,
  ListProposals,
  ProposalAnswerBody,
  ChangeProposalListView,
  ProposalQuery,
  type CommandAct,
  type Reader,
} from '@liuhen/access';
import { isPolicyStream } from '@liuhen/courts';
import type { Receipt } from '@liuhen/event-store';
import { Traced } from '@liuhen/platform';
import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { HandlePolicyProposal } from './policies.handler';

@ApiTags('审判权责规则')
@Controller('policies/proposals')
export class PolicyProposalsController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
  ) {}

  @Get()
  @Traced('search', 'administration')
  @ApiOperation({ summary: '发布、废止规则的提请', operationId: 'listPolicyProposals' })
  @ApiOkResponse({ type: ChangeProposalListView })
  list(@Query() { mine }: ProposalQuery, @CurrentReader() reader: Reader): Promise<ChangeProposalListView> {
    return this.queries.execute(new ListProposals('policy', mine ?? false, reader));
  }

  @Post(':proposal/answers')
  @AnswersProposal('答复发布或者废止规则的提请', 'answerPolicyProposal')
  answer(
    @Param('proposal') proposal: string,
    @Body() body: ProposalAnswerBody,
    @CurrentAct() act: CommandAct,
  ): Promise<Receipt> {
    const { stream, command } = answerTo(proposal, body, isPolicyStream);
    return this.commands.execute(new HandlePolicyProposal(stream, command, act));
  }
}
