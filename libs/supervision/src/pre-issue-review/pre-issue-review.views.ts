import type { CalendarDate } from '@liuhen/kernel';
import { codesIn, DATE_OR_NULL, TEXT_OR_NULL } from '@liuhen/platform';
import { ApiProperty } from '@nestjs/swagger';
import { DocumentView } from '../case-file/document.views';
import { REVIEW_LEVELS, type ReviewLevel } from '../court-rules/review-policy';
import { DOCUMENT_FEATURES, DOCUMENT_KINDS, URGENT_REASONS } from '../law/document-features';
import { PASSED_OVER, type PassedOver, type ReviewId } from './pre-issue-review.events';

/** 文书所在: at which step of its way a document is. */
export const STANDINGS = {
  review: '阅核',
  correction: '退回补正',
  reconsideration: '合议庭复议',
  meeting: '专业法官会议',
  committee: '审判委员会',
  conforming: '按审判委员会决定制作文书',
  signature: '待签署',
  signed: '已签署',
  issued: '已发出',
  withdrawn: '已撤回',
} as const;

class PassedOverView implements PassedOver {
  @ApiProperty({ description: '层级', enum: codesIn(REVIEW_LEVELS) }) readonly level: ReviewLevel;
  @ApiProperty({ description: '岗位', ...TEXT_OR_NULL }) readonly post: string | null;
  @ApiProperty({ description: '人员', ...TEXT_OR_NULL }) readonly person: string | null;
  @ApiProperty({ description: '原因', enum: codesIn(PASSED_OVER) }) readonly why: PassedOver['why'];
}

class StepView {
  @ApiProperty({ description: '层级', enum: codesIn(REVIEW_LEVELS) }) readonly level: ReviewLevel;
  @ApiProperty({ description: '岗位' }) readonly post: string;
}

class ChargeView {
  @ApiProperty({ description: '责任编号' }) readonly duty: string;
  @ApiProperty({ description: '责任种类' }) readonly kind: string;
  @ApiProperty({ description: '岗位' }) readonly post: string;
  @ApiProperty({ description: '人员', ...TEXT_OR_NULL }) readonly person: string | null;
  @ApiProperty({ description: '最后一日', ...DATE_OR_NULL }) readonly due: CalendarDate | null;
}

class OfflineEntryView {
  @ApiProperty({ description: '序号' }) readonly entry: string;
  @ApiProperty({ description: '核实情况', enum: ['unconfirmed', 'confirmed', 'contested', 'unanswered'] })
  readonly status: string;
}

/** One document's way, as it stands. */
export class ReviewView {
  @ApiProperty({ description: '阅核编号' }) readonly review: ReviewId;
  @ApiProperty({ description: '文书种类', enum: codesIn(DOCUMENT_KINDS) }) readonly kind: string;
  @ApiProperty({ description: '情形', enum: codesIn(DOCUMENT_FEATURES), isArray: true })
  readonly features: readonly string[];
  @ApiProperty({ description: '紧急事由', enum: codesIn(URGENT_REASONS), nullable: true })
  readonly urgent: string | null;
  @ApiProperty({ description: '现在的文书' }) readonly document: DocumentView;
  @ApiProperty({ description: '第几稿', type: 'integer' }) readonly version: number;
  @ApiProperty({ description: '文书所在', enum: codesIn(STANDINGS) }) readonly at: keyof typeof STANDINGS;
  @ApiProperty({ description: '现在由谁办理', type: ChargeView, nullable: true })
  readonly charge: ChargeView | null;
  @ApiProperty({ description: '各级阅核人', type: [StepView] }) readonly steps: readonly StepView[];
  @ApiProperty({ description: '依规定略过的层级', type: [PassedOverView] })
  readonly passedOver: readonly PassedOver[];
  @ApiProperty({ description: '已建议复议的次数', type: 'integer' }) readonly round: number;
  @ApiProperty({ description: '应当由审判委员会讨论决定' }) readonly committeeMandatory: boolean;
  @ApiProperty({ description: '全程最后一日' }) readonly latest: CalendarDate;
  @ApiProperty({ description: '记录在案的不同意见', type: [String] })
  readonly disagreements: readonly string[];
  @ApiProperty({ description: '补录的意见', type: [OfflineEntryView] })
  readonly offline: readonly OfflineEntryView[];
}

export class ReviewList {
  @ApiProperty({ description: '本案各件阅核', type: [ReviewView] }) readonly items: readonly ReviewView[];
  @ApiProperty({ description: '案件流的序号，供 If-Match 使用', type: 'integer' }) readonly revision: number;
}
