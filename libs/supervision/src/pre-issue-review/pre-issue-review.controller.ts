import { CurrentAct, CurrentReader, StepUp, type CommandAct, type Reader } from '@liuhen/access';
import type { Receipt } from '@liuhen/event-store';
import { ReceiptView, SeenRevision, Traced } from '@liuhen/platform';
import { Body, Controller, Get, Post } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { CaseReference } from '../case-file/case-id';
import { CaseParam } from '../case-file/case-param';
import { SubmitReviewBody } from './pre-issue-review.bodies';
import { HandlePreIssueReview } from './pre-issue-review.handler';
import { ListReviews } from './pre-issue-review.query';
import { ReviewList } from './pre-issue-review.views';

@ApiTags('案件阅核')
@Controller('cases/:caseNumber/reviews')
export class PreIssueReviewController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
  ) {}

  @Post()
  @ApiOperation({ summary: '提交文书阅核', operationId: 'submitForReview' })
  @ApiCreatedResponse({ type: ReceiptView })
  submit(
    @CaseParam() reference: CaseReference,
    @Body() body: SubmitReviewBody,
    @CurrentAct() act: CommandAct,
    @SeenRevision() seenRevision: number | undefined,
  ): Promise<Receipt> {
    const { urgent = null, trialLimit = null, ...submitted } = body;
    const command = { type: 'Submit', data: { ...submitted, urgent, trialLimit } } as const;
    return this.commands.execute(new HandlePreIssueReview(reference, command, act, seenRevision));
  }

  @Get()
  @Traced('view', 'innerFile')
  @StepUp()
  @ApiOperation({ summary: '本案各件阅核的现状', operationId: 'listReviews' })
  @ApiOkResponse({ type: ReviewList })
  list(@CaseParam() { caseId }: CaseReference, @CurrentReader() reader: Reader): Promise<ReviewList> {
    return this.queries.execute(new ListReviews(caseId, reader));
  }
}
