import type { Receipt } from '@liuhen/event-store';
import { ReceiptView } from '@liuhen/platform';
import { Body, Controller, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiCreatedResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Asked, takeStep, type AskedStep } from './asked-step.controller';
import { AnswerBody, ObjectBody, OfflineOpinionBody, ReasonsBody } from './pre-issue-review.bodies';

/** 异议 and 补录, which move no document. */
@ApiTags('案件阅核')
@Controller('cases/:caseNumber/reviews/:review')
export class BesideController {
  constructor(private readonly commands: CommandBus) {}

  @Post('objections')
  @ApiOperation({ summary: '对阅核提出异议', operationId: 'objectToReview' })
  @ApiCreatedResponse({ type: ReceiptView })
  object(@Asked() asked: AskedStep, @Body() { level, to, text }: ObjectBody): Promise<Receipt> {
    return takeStep(this.commands, asked, { type: 'Object', data: { level, to, text } });
  }

  @Post('objections/:objection/answer')
  @ApiOperation({ summary: '答复异议', operationId: 'answerObjection' })
  @ApiCreatedResponse({ type: ReceiptView })
  answer(
    @Asked() asked: AskedStep,
    @Param('objection') objection: string,
    @Body() { answer }: AnswerBody,
  ): Promise<Receipt> {
    return takeStep(this.commands, asked, { type: 'AnswerObjection', data: { objection, answer } });
  }

  @Post('offline-opinions')
  @ApiOperation({ summary: '补录口头或者书面意见', operationId: 'recordOfflineOpinion' })
  @ApiCreatedResponse({ type: ReceiptView })
  record(@Asked() asked: AskedStep, @Body() body: OfflineOpinionBody): Promise<Receipt> {
    const { occurredAt, witness = null, attachment = null, ...said } = body;
    const data = { ...said, witness, attachment };
    return takeStep(this.commands, asked, { type: 'RecordOffline', data }, occurredAt);
  }

  @Post('offline-opinions/:entry/confirmation')
  @ApiOperation({ summary: '核实补录：属实', operationId: 'confirmOfflineOpinion' })
  @ApiCreatedResponse({ type: ReceiptView })
  confirm(@Asked() asked: AskedStep, @Param('entry') entry: string): Promise<Receipt> {
    return takeStep(this.commands, asked, { type: 'ConfirmOffline', data: { entry } });
  }

  @Post('offline-opinions/:entry/contestation')
  @ApiOperation({ summary: '核实补录：有异议', operationId: 'contestOfflineOpinion' })
  @ApiCreatedResponse({ type: ReceiptView })
  contest(
    @Asked() asked: AskedStep,
    @Param('entry') entry: string,
    @Body() { reasons }: ReasonsBody,
  ): Promise<Receipt> {
    return takeStep(this.commands, asked, { type: 'ContestOffline', data: { entry, reasons } });
  }
}
