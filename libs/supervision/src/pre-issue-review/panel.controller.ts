import type { Receipt } from '@liuhen/event-store';
import { ReceiptView } from '@liuhen/platform';
import { Body, Controller, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiCreatedResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Asked, takeStep, type AskedStep } from './asked-step.controller';
import {
  ConformingBody,
  IssueDocumentBody,
  ReasonsBody,
  ReconsiderBody,
  ResubmitBody,
  SignBody,
} from './pre-issue-review.bodies';

/** What those who try the case do with their document. */
@ApiTags('案件阅核')
@Controller('cases/:caseNumber/reviews/:review')
export class PanelController {
  constructor(private readonly commands: CommandBus) {}

  @Post('resubmission')
  @ApiOperation({ summary: '补正后再次提交', operationId: 'resubmitDocument' })
  @ApiCreatedResponse({ type: ReceiptView })
  resubmit(@Asked() asked: AskedStep, @Body() { document, corrections }: ResubmitBody): Promise<Receipt> {
    return takeStep(this.commands, asked, { type: 'Resubmit', data: { document, corrections } });
  }

  @Post('reconsideration')
  @ApiOperation({ summary: '合议庭复议', operationId: 'reconsiderAsPanel' })
  @ApiCreatedResponse({ type: ReceiptView })
  reconsider(@Asked() asked: AskedStep, @Body() body: ReconsiderBody): Promise<Receipt> {
    const { document = null, ...reconsideration } = body;
    return takeStep(this.commands, asked, { type: 'Reconsider', data: { ...reconsideration, document } });
  }

  @Post('conforming-document')
  @ApiOperation({ summary: '提交按照审判委员会决定制作的文书', operationId: 'submitConformingDocument' })
  @ApiCreatedResponse({ type: ReceiptView })
  conform(@Asked() asked: AskedStep, @Body() { document }: ConformingBody): Promise<Receipt> {
    return takeStep(this.commands, asked, { type: 'SubmitConforming', data: { document } });
  }

  @Post('withdrawal')
  @ApiOperation({ summary: '撤回阅核', operationId: 'withdrawReview' })
  @ApiCreatedResponse({ type: ReceiptView })
  withdraw(@Asked() asked: AskedStep, @Body() { reasons }: ReasonsBody): Promise<Receipt> {
    return takeStep(this.commands, asked, { type: 'Withdraw', data: { reasons } });
  }

  @Post('signature')
  @ApiOperation({ summary: '签署文书', operationId: 'signDocument' })
  @ApiCreatedResponse({ type: ReceiptView })
  sign(@Asked() asked: AskedStep, @Body() { document, signers }: SignBody): Promise<Receipt> {
    return takeStep(this.commands, asked, { type: 'Sign', data: { document, signers } });
  }

  @Post('issue')
  @ApiOperation({ summary: '发出文书', operationId: 'issueDocument' })
  @ApiCreatedResponse({ type: ReceiptView })
  issue(@Asked() asked: AskedStep, @Body() { document, clerical }: IssueDocumentBody): Promise<Receipt> {
    return takeStep(this.commands, asked, { type: 'Issue', data: { document, clerical: clerical ?? null } });
  }
}
