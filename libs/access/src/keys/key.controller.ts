import { isKeyStream, keyStream, type KeyChange, type ProposalCommand } from '@liuhen/courts';
import type { Receipt } from '@liuhen/event-store';
import { ReceiptView, Traced, Untraced } from '@liuhen/platform';
import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentAct, CurrentReader } from '../identity/current.decorators';
import type { CommandAct, Reader } from '../identity/reader';
import { MayBeUnsigned } from '../identity/step-up.decorator';
import { AnswersProposal } from '../proposals/answers-proposal.decorator';
import { answerTo } from '../proposals/guarded-changes';
import { ProposalAnswerBody, ProposalQuery } from '../proposals/proposal.bodies';
import { ListProposals } from '../proposals/proposal.query';
import { ChangeProposalListView } from '../proposals/proposal.views';
import { KeyListQuery, KeyRegistrationBody, KeyRevocationBody } from './key.bodies';
import { HandleKeyProposal } from './key.handler';
import { ListKeys } from './key.query';
import { KeyListView } from './key.views';

@ApiTags('签名密钥')
@Controller('keys')
export class KeyController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
  ) {}

  @Get()
  @Untraced('公钥公开，供人核验签名')
  @ApiOperation({ summary: '一人登记的签名密钥', operationId: 'listKeys' })
  @ApiOkResponse({ type: KeyListView })
  list(@Query() { person }: KeyListQuery, @CurrentReader() reader: Reader): Promise<KeyListView> {
    return this.queries.execute(new ListKeys(person, reader));
  }

  @Get('proposals')
  @Traced('search', 'administration')
  @ApiOperation({ summary: '登记、注销签名密钥的提请', operationId: 'listKeyProposals' })
  @ApiOkResponse({ type: ChangeProposalListView })
  proposals(
    @Query() { mine }: ProposalQuery,
    @CurrentReader() reader: Reader,
  ): Promise<ChangeProposalListView> {
    return this.queries.execute(new ListProposals('key', mine ?? false, reader));
  }

  @Post('registration-proposals')
  @ApiOperation({ summary: '提请登记本人的签名密钥', operationId: 'proposeKeyRegistration' })
  @ApiCreatedResponse({ type: ReceiptView })
  register(
    @Body() { jwk, from, until, reason }: KeyRegistrationBody,
    @CurrentAct() act: CommandAct,
  ): Promise<Receipt> {
    const { person } = act.actor;
    const data = { person, jwk, from, until: until ?? null };
    return this.#propose(person, { type: 'RegisterKey', data }, reason, act);
  }

  @Post('revocation-proposals')
  @ApiOperation({ summary: '提请注销签名密钥', operationId: 'proposeKeyRevocation' })
  @ApiCreatedResponse({ type: ReceiptView })
  revoke(
    @Body() { person, thumbprint, on, reason }: KeyRevocationBody,
    @CurrentAct() act: CommandAct,
  ): Promise<Receipt> {
    return this.#propose(person, { type: 'RevokeKey', data: { person, thumbprint, on } }, reason, act);
  }

  @Post('proposals/:proposal/answers')
  @MayBeUnsigned()
  @AnswersProposal('答复登记或者注销签名密钥的提请', 'answerKeyProposal')
  answer(
    @Param('proposal') proposal: string,
    @Body() body: ProposalAnswerBody,
    @CurrentAct() act: CommandAct,
  ): Promise<Receipt> {
    const { stream, command } = answerTo(proposal, body, isKeyStream);
    return this.#handle(stream, command, act);
  }

  #propose(person: string, change: KeyChange, reason: string, act: CommandAct): Promise<Receipt> {
    return this.#handle(keyStream(person), { type: 'ProposeChange', data: { change, reason } }, act);
  }

  #handle(stream: string, command: ProposalCommand<KeyChange>, act: CommandAct): Promise<Receipt> {
    return this.commands.execute(new HandleKeyProposal(stream, command, act));
  }
}
