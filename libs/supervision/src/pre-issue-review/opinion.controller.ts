import { StepUp } from '@liuhen/access';
import type { Receipt } from '@liuhen/event-store';
import { ReceiptView } from '@liuhen/platform';
import { Body, Controller, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiCreatedResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Asked, takeStep, type AskedStep } from './asked-step.controller';
import { AdviseBody, ConcurBody, ReasonsBody, ReferBody, ReturnBody } from './pre-issue-review.bodies';

/** 阅核意见: what a reviewer may say. */
@ApiTags('案件阅核')
@StepUp()
@Controller('cases/:caseNumber/reviews/:review')
export class OpinionController {
  constructor(private readonly commands: CommandBus) {}

  @Post('concurrence')
  @ApiOperation({ summary: '阅核：无不同意见', operationId: 'concurInReview' })
  @ApiCreatedResponse({ type: ReceiptView })
  concur(@Asked() asked: AskedStep, @Body() { remark }: ConcurBody): Promise<Receipt> {
    return takeStep(this.commands, asked, { type: 'Concur', data: { remark: remark ?? null } });
  }

  @Post('return')
  @ApiOperation({ summary: '阅核：退回补正', operationId: 'returnForForm' })
  @ApiCreatedResponse({ type: ReceiptView })
  returnForForm(@Asked() asked: AskedStep, @Body() { defects }: ReturnBody): Promise<Receipt> {
    return takeStep(this.commands, asked, { type: 'ReturnForForm', data: { defects } });
  }

  @Post('reconsideration-advice')
  @ApiOperation({ summary: '阅核：建议复议', operationId: 'adviseReconsideration' })
  @ApiCreatedResponse({ type: ReceiptView })
  advise(@Asked() asked: AskedStep, @Body() { issues, reasons }: AdviseBody): Promise<Receipt> {
    return takeStep(this.commands, asked, { type: 'AdviseReconsideration', data: { issues, reasons } });
  }

  @Post('meeting-referral')
  @ApiOperation({ summary: '阅核：提请专业法官会议讨论', operationId: 'referReviewToMeeting' })
  @ApiCreatedResponse({ type: ReceiptView })
  refer(@Asked() asked: AskedStep, @Body() { questions }: ReferBody): Promise<Receipt> {
    return takeStep(this.commands, asked, { type: 'ReferToMeeting', data: { questions } });
  }

  @Post('committee-request')
  @ApiOperation({ summary: '阅核：报请提交审判委员会讨论', operationId: 'requestCommittee' })
  @ApiCreatedResponse({ type: ReceiptView })
  request(@Asked() asked: AskedStep, @Body() { reasons }: ReasonsBody): Promise<Receipt> {
    return takeStep(this.commands, asked, { type: 'RequestCommittee', data: { reasons } });
  }

  @Post('escalation')
  @ApiOperation({ summary: '阅核：报上一级院庭长', operationId: 'escalateReview' })
  @ApiCreatedResponse({ type: ReceiptView })
  escalate(@Asked() asked: AskedStep, @Body() { reasons }: ReasonsBody): Promise<Receipt> {
    return takeStep(this.commands, asked, { type: 'Escalate', data: { reasons } });
  }

  @Post('recusal')
  @ApiOperation({ summary: '阅核：回避', operationId: 'recuseFromReview' })
  @ApiCreatedResponse({ type: ReceiptView })
  recuse(@Asked() asked: AskedStep, @Body() { reasons }: ReasonsBody): Promise<Receipt> {
    return takeStep(this.commands, asked, { type: 'Recuse', data: { reasons } });
  }
}
