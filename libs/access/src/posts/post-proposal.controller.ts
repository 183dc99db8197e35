import { postIdOfStream, type PostChange, type ProposalCommand } from '@liuhen/courts';
import type { Receipt } from '@liuhen/event-store';
import { Traced } from '@liuhen/platform';
import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentAct, CurrentReader } from '../identity/current.decorators';
import type { CommandAct, Reader } from '../identity/reader';
import { AnswersProposal } from '../proposals/answers-proposal.decorator';
import { answerTo } from '../proposals/guarded-changes';
import { ProposalAnswerBody, ProposalQuery } from '../proposals/proposal.bodies';
import { ListProposals } from '../proposals/proposal.query';
import { ChangeProposalListView } from '../proposals/proposal.views';
import { AppointmentProposalBody, DepartureProposalBody, OversightProposalBody } from './post.bodies';
import { HandlePostProposal, isPostStream } from './post-proposal.handler';
import { OnPost } from './on-post.decorator';

@ApiTags('职务')
@Controller('posts')
export class PostProposalController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
  ) {}

  @Get('proposals')
  @Traced('search', 'administration')
  @ApiOperation({ summary: '管理员任免和分管的提请', operationId: 'listPostProposals' })
  @ApiOkResponse({ type: ChangeProposalListView })
  list(@Query() { mine }: ProposalQuery, @CurrentReader() reader: Reader): Promise<ChangeProposalListView> {
    return this.queries.execute(new ListProposals('post', mine ?? false, reader));
  }

  @Post('proposals/:proposal/answers')
  @AnswersProposal('答复管理员任免或者分管的提请', 'answerPostProposal')
  answer(
    @Param('proposal') proposal: string,
    @Body() body: ProposalAnswerBody,
    @CurrentAct() act: CommandAct,
  ): Promise<Receipt> {
    const { stream, command } = answerTo(proposal, body, isPostStream);
    return this.#handle(postIdOfStream(stream) ?? '', command, act);
  }

  @Post(':postId/appointment-proposals')
  @OnPost('提请任命管理员', 'proposeAppointment')
  appoint(
    @Param('postId') postId: string,
    @Body() { person, name, from, reason }: AppointmentProposalBody,
    @CurrentAct() act: CommandAct,
  ): Promise<Receipt> {
    const data = { person, name, from, demonstration: false };
    return this.#propose(postId, { type: 'AppointPerson', data }, reason, act);
  }

  @Post(':postId/departure-proposals')
  @OnPost('提请免去管理员', 'proposeDeparture')
  depart(
    @Param('postId') postId: string,
    @Body() { person, on, reason }: DepartureProposalBody,
    @CurrentAct() act: CommandAct,
  ): Promise<Receipt> {
    return this.#propose(postId, { type: 'RecordPersonLeft', data: { person, on, reason } }, reason, act);
  }

  @Post(':postId/oversight-proposals')
  @OnPost('提请分管', 'proposeOversight')
  oversee(
    @Param('postId') postId: string,
    @Body() { divisions, from, reason }: OversightProposalBody,
    @CurrentAct() act: CommandAct,
  ): Promise<Receipt> {
    return this.#propose(postId, { type: 'AssignOversight', data: { divisions, from } }, reason, act);
  }

  #propose(postId: string, change: PostChange, reason: string, act: CommandAct): Promise<Receipt> {
    return this.#handle(postId, { type: 'ProposeChange', data: { change, reason } }, act);
  }

  #handle(postId: string, command: ProposalCommand<PostChange>, act: CommandAct): Promise<Receipt> {
    return this.commands.execute(new HandlePostProposal(postId, command, act));
  }
}
