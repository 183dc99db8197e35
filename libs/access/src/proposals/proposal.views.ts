import { PROPOSAL_STATUSES, type ProposalStatus } from '@liuhen/courts';
import type { CalendarDate, Instant, JsonObject } from '@liuhen/kernel';
import { codesIn } from '@liuhen/platform';
import { ApiProperty } from '@nestjs/swagger';

export class ProposalPartView {
  @ApiProperty({ description: '人员编号' }) readonly person: string;
  @ApiProperty({ description: '姓名' }) readonly name: string;
  @ApiProperty({ description: '职务编号' }) readonly post: string;
  @ApiProperty({ description: '收录时刻', format: 'date-time' }) readonly at: Instant;
  @ApiProperty({ description: '理由' }) readonly reason: string;
}

export class ChangeProposalView {
  @ApiProperty({ description: '提请编号（地址中百分号编码）' }) readonly proposal: string;
  @ApiProperty({ description: '提请的变更' }) readonly text: string;
  @ApiProperty({ description: '变更的内容', type: 'object', additionalProperties: true })
  readonly change: JsonObject;
  @ApiProperty({ description: '提请' }) readonly proposed: ProposalPartView;
  @ApiProperty({ description: '同意，先后为序', type: [ProposalPartView] })
  readonly approvals: readonly ProposalPartView[];
  @ApiProperty({ description: '状态', enum: codesIn(PROPOSAL_STATUSES) }) readonly status: ProposalStatus;
  @ApiProperty({ description: '办结', type: ProposalPartView, nullable: true })
  readonly closed: ProposalPartView | null;
  @ApiProperty({ description: '自当日起失效', format: 'date' }) readonly expiresOn: CalendarDate;
}

export class ChangeProposalListView {
  @ApiProperty({ description: '各提请，未办结的在前', type: [ChangeProposalView] })
  readonly items: readonly ChangeProposalView[];
}
