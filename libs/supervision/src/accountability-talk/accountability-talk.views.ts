import type { CalendarDate, DocumentReference, Instant } from '@liuhen/kernel';
import { codesIn, TEXT_OR_NULL } from '@liuhen/platform';
import { ApiProperty } from '@nestjs/swagger';
import { DocumentView } from '../case-file/document.views';
import { ItemTermsView, ParticipantView } from '../matter-file/matter.views';

class TalkPartyView {
  @ApiProperty({ description: '谈话人', type: [ParticipantView] })
  readonly talkers: readonly ParticipantView[];
  @ApiProperty({ description: '记录人' }) readonly recorder: ParticipantView;
  @ApiProperty({ description: '谈话日期', format: 'date' }) readonly heldOn: CalendarDate;
}

class TalkPlanView extends TalkPartyView {
  @ApiProperty({ description: '地点' }) readonly place: string;
  @ApiProperty({ description: '事由' }) readonly subject: string;
  @ApiProperty({ description: '被约谈人应备的材料', type: [String] }) readonly materials: readonly string[];
}

class RescheduledTalkView {
  @ApiProperty({ description: '改至', format: 'date' }) readonly heldOn: CalendarDate;
  @ApiProperty({ description: '改期的理由' }) readonly reason: string;
  @ApiProperty({ description: '改期的时刻', format: 'date-time' }) readonly at: Instant;
}

/** 笔录签字的情况. */
const SIGNATURES = { signed: '已签字', refused: '拒绝签字', lapsed: '逾期未签字' } as const;

class SignatureView {
  @ApiProperty({ description: '情况', enum: codesIn(SIGNATURES) }) readonly outcome: keyof typeof SIGNATURES;
  @ApiProperty({ description: '意见，或者拒绝签字的理由', ...TEXT_OR_NULL }) readonly remark: string | null;
  @ApiProperty({ description: '时刻', format: 'date-time' }) readonly at: Instant;
}

class HeldTalkView extends TalkPartyView {
  @ApiProperty({ description: '谈话笔录', type: DocumentView }) readonly record: DocumentReference;
  @ApiProperty({ description: '谈话概要' }) readonly summary: string;
  @ApiProperty({ description: '整改承诺', type: [ItemTermsView] })
  readonly commitments: readonly ItemTermsView[];
  @ApiProperty({ description: '笔录签字', type: SignatureView, nullable: true })
  readonly signature: SignatureView | null;
}

export class TalkView {
  @ApiProperty({ description: '次序', type: 'integer' }) readonly round: number;
  @ApiProperty({ description: '约谈方案' }) readonly plan: TalkPlanView;
  @ApiProperty({ description: '历次改期', type: [RescheduledTalkView] })
  readonly rescheduled: readonly RescheduledTalkView[];
  @ApiProperty({ description: '谈话的情况', type: HeldTalkView, nullable: true })
  readonly held: HeldTalkView | null;
}

/** 约谈, as far as the reader may know it. */
export class TalkList {
  @ApiProperty({ description: '各次约谈；重新起草的，以最后的方案为准', type: [TalkView] })
  readonly talks: readonly TalkView[];
  @ApiProperty({ description: '事项流的序号，供 If-Match 使用', type: 'integer' }) readonly revision: number;
}
