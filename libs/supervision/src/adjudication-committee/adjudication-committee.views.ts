import type { CalendarDate, DocumentReference, LawArticle } from '@liuhen/kernel';
import { codesIn, LawArticleView, TEXT_OR_NULL } from '@liuhen/platform';
import { ApiProperty } from '@nestjs/swagger';
import { OwedView, SeatedJudgeView, SpeechView } from '../case-file/discussion.views';
import { DocumentView } from '../case-file/document.views';
import { STANCES, type Stance } from '../law/discussion';
import {
  COMMITTEE_DECISIONS,
  COMMITTEE_SITTINGS,
  PROCURATORS,
  REFERRAL_DECISIONS,
  type AttendingProcurator,
  type CommitteeDecision,
  type CommitteeSitting,
  type CommitteeVote,
  type RecusedMember,
  type ReferralDecision,
} from './adjudication-committee.events';

/** The president is to decide on it. */
export class AwaitedReferralView {
  @ApiProperty({ description: '所在的阅核', ...TEXT_OR_NULL }) readonly review: string | null;
  @ApiProperty({ description: '阅核之外的申请', ...TEXT_OR_NULL }) readonly application: string | null;
  @ApiProperty({ description: '提请复议的事项', ...TEXT_OR_NULL }) readonly reconsiders: string | null;
  @ApiProperty({ description: '依法应当提交' }) readonly mandatory: boolean;
  @ApiProperty({ description: '由谁决定' }) readonly owed: OwedView;
}

export class ReferralDecisionView {
  @ApiProperty({ description: '所在的阅核', ...TEXT_OR_NULL }) readonly review: string | null;
  @ApiProperty({ description: '阅核之外的申请', ...TEXT_OR_NULL }) readonly application: string | null;
  @ApiProperty({ description: '决定', enum: codesIn(REFERRAL_DECISIONS) })
  readonly decision: ReferralDecision;
  @ApiProperty({ description: '理由' }) readonly reasons: string;
  @ApiProperty({ description: '依据', type: [LawArticleView] }) readonly law: readonly LawArticle[];
  @ApiProperty({ description: '提交后的事项编号', ...TEXT_OR_NULL }) readonly committee: string | null;
}

class RecusedMemberView implements RecusedMember {
  @ApiProperty({ description: '人员' }) readonly person: string;
  @ApiProperty({ description: '理由' }) readonly reason: string;
}

export class SittingView {
  @ApiProperty({ description: '会议形式', enum: codesIn(COMMITTEE_SITTINGS) })
  readonly sitting: CommitteeSitting;
  @ApiProperty({ description: '组成人员', type: [String] }) readonly composition: readonly string[];
  @ApiProperty({ description: '组成人员与登记不一致的理由', ...TEXT_OR_NULL }) readonly deviation:
    string | null;
  @ApiProperty({ description: '出席的委员', type: [SeatedJudgeView] })
  readonly attending: readonly SeatedJudgeView[];
  @ApiProperty({ description: '回避的委员', type: [RecusedMemberView] })
  readonly recused: readonly RecusedMember[];
  @ApiProperty({ description: '主持人' }) readonly chair: string;
  @ApiProperty({ description: '列席的检察长或者副检察长', enum: codesIn(PROCURATORS), nullable: true })
  readonly procurator: AttendingProcurator | null;
  @ApiProperty({ description: '会前送交的材料', type: [DocumentView] })
  readonly materials: readonly DocumentReference[];
  @ApiProperty({ description: '会议日期', format: 'date' }) readonly heldOn: CalendarDate;
}

class VoteView implements CommitteeVote {
  @ApiProperty({ description: '委员' }) readonly member: string;
  @ApiProperty({ description: '立场', enum: codesIn(STANCES) }) readonly stance: Stance;
  @ApiProperty({ description: '不同的观点', ...TEXT_OR_NULL }) readonly view: string | null;
  @ApiProperty({ description: '是否少数意见' }) readonly minority: boolean;
}

export class DecisionView {
  @ApiProperty({ description: '决定', enum: codesIn(COMMITTEE_DECISIONS) })
  readonly decision: CommitteeDecision;
  @ApiProperty({ description: '改变合议庭意见的内容', ...TEXT_OR_NULL }) readonly resolution: string | null;
  @ApiProperty({ description: '理由' }) readonly reasons: string;
  @ApiProperty({ description: '是否复议后的决定' }) readonly reconsidered: boolean;
  @ApiProperty({ description: '表决', type: [VoteView] }) readonly votes: readonly CommitteeVote[];
  @ApiProperty({ description: '各次发言', type: [SpeechView] }) readonly speeches: readonly SpeechView[];
  @ApiProperty({ description: '会议纪要', type: DocumentView }) readonly minutes: DocumentReference;
}

export class MatterView {
  @ApiProperty({ description: '事项编号' }) readonly committee: string;
  @ApiProperty({ description: '所在的阅核', ...TEXT_OR_NULL }) readonly review: string | null;
  @ApiProperty({ description: '等待讨论决定的责任编号', ...TEXT_OR_NULL }) readonly duty: string | null;
  @ApiProperty({ description: '按照决定制作文书的责任编号', ...TEXT_OR_NULL }) readonly conforming:
    string | null;
  @ApiProperty({ description: '各次会议', type: [SittingView] }) readonly sittings: readonly SittingView[];
  @ApiProperty({ description: '各次决定', type: [DecisionView] }) readonly decisions: readonly DecisionView[];
}

export class CommitteeList {
  @ApiProperty({ description: '等待院长决定的', type: [AwaitedReferralView] })
  readonly awaited: readonly AwaitedReferralView[];
  @ApiProperty({ description: '院长的各次决定', type: [ReferralDecisionView] })
  readonly referrals: readonly ReferralDecisionView[];
  @ApiProperty({ description: '提交审判委员会的事项', type: [MatterView] })
  readonly matters: readonly MatterView[];
  @ApiProperty({ description: '案件流的序号，供 If-Match 使用', type: 'integer' }) readonly revision: number;
}
