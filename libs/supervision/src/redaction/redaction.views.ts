import type { LawArticle } from '@liuhen/kernel';
import { codesIn, LawArticleView } from '@liuhen/platform';
import { ApiProperty } from '@nestjs/swagger';
import { PROPOSAL_STATUSES, type Proposal, type ProposalStatus } from './proposals';
import type { RedactionApprover } from './redaction.events';

class ApproverView implements RedactionApprover {
  @ApiProperty({ description: '人员' }) readonly person: string;
  @ApiProperty({ description: '岗位' }) readonly post: string;
  @ApiProperty({ description: '法院代字' }) readonly court: string;
  @ApiProperty({ description: '是否审理法院的上级法院' }) readonly higherCourt: boolean;
}

class ProposalView implements Proposal {
  @ApiProperty({ description: '遮蔽编号' }) readonly proposal: string;
  @ApiProperty({ description: '状态', enum: codesIn(PROPOSAL_STATUSES) }) readonly status: ProposalStatus;
  @ApiProperty({ description: '事件编号', format: 'uuid' }) readonly event: string;
  @ApiProperty({ description: '事件在案件流中的序号', type: 'integer' }) readonly rev: number;
  @ApiProperty({ description: '事件类型' }) readonly eventType: string;
  @ApiProperty({ description: '字段', type: [String] }) readonly fields: readonly string[];
  @ApiProperty({ description: '字段的名称', type: [String] }) readonly titles: readonly string[];
  @ApiProperty({ description: '法律依据' }) readonly legalBasis: LawArticleView;
  @ApiProperty({ description: '理由' }) readonly reason: string;
  @ApiProperty({ description: '提出人' }) readonly proposer: string;
  @ApiProperty({ description: '已同意的审批人', type: [ApproverView] })
  readonly approvers: readonly RedactionApprover[];
}

export class RedactionList {
  @ApiProperty({ description: '各件遮蔽', type: [ProposalView] }) readonly items: readonly ProposalView[];
  @ApiProperty({ description: '可以据以遮蔽的法律依据', type: [LawArticleView] })
  readonly legalBases: readonly LawArticle[];
  @ApiProperty({ description: '案件流的序号，供 If-Match 使用', type: 'integer' }) readonly revision: number;
}
