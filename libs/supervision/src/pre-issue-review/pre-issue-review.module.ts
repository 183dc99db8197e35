import { Module } from '@nestjs/common';
import type { Lapse } from '../lapse';
import type { SupervisoryAct } from '../supervisory-act';
import { BesideController } from './beside.controller';
import { OpinionController } from './opinion.controller';
import { PanelController } from './panel.controller';
import { PreIssueReviewController } from './pre-issue-review.controller';
import { preIssueReviewDuties } from './pre-issue-review.duties';
import { preIssueReviewEvents, REVIEW_DUTIES, type ReviewDutyKind } from './pre-issue-review.events';
import { HandlePreIssueReviewHandler, lapseReview } from './pre-issue-review.handler';
import { ListReviewsHandler } from './pre-issue-review.query';
import { preIssueReviewRefusals } from './pre-issue-review.refusals';
import { preIssueReviewSentences } from './pre-issue-review.sentences';
import { preIssueReviewPowers } from './pre-issue-review.powers';

@Module({
  controllers: [PreIssueReviewController, OpinionController, PanelController, BesideController],
  providers: [HandlePreIssueReviewHandler, ListReviewsHandler],
})
class PreIssueReviewModule {}

/** What goes on by itself when nobody acts in time; the rest waits for whom it is owed by. */
const LAPSING: readonly (ReviewDutyKind | 'meetingConclusion')[] = [
  'review',
  'formCorrection',
  'panelReconsideration',
  'meetingConvening',
  'meetingConclusion',
  'committeeReferral',
  'offlineConfirmation',
];

export const preIssueReviewAct: SupervisoryAct = {
  name: 'pre-issue-review',
  title: '案件阅核',
  events: preIssueReviewEvents,
  sentences: preIssueReviewSentences,
  duties: preIssueReviewDuties,
  dutyKinds: REVIEW_DUTIES,
  lapses: Object.fromEntries(LAPSING.map((kind): [string, Lapse] => [kind, lapseReview])),
  powers: preIssueReviewPowers,
  refusals: preIssueReviewRefusals,
  projections: [],
  module: PreIssueReviewModule,
};
