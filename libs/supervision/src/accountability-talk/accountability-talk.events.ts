import type { CalendarDate, DocumentReference, EventTypes, Message } from '@liuhen/kernel';
import type {
  ItemOwner,
  MatterStep,
  RectificationItem,
} from '../supervision-matter/supervision-matter.events';

/** 约谈方案: who talks with whom, when and where; approved before anybody is told. */
export interface PlannedTalk extends MatterStep {
  /** 谈话人, of the issuing court. */
  readonly talkers: readonly ItemOwner[];
  /** 记录人. */
  readonly recorder: ItemOwner;
  readonly heldOn: CalendarDate;
  readonly place: string;
  /** 事由, as the notice tells it. */
  readonly subject: string;
  /** What those who are talked with are to bring. */
  readonly materials: readonly string[];
}

export interface HeldTalk extends MatterStep {
  readonly heldOn: CalendarDate;
  readonly talkers: readonly ItemOwner[];
  readonly recorder: ItemOwner;
  /** 笔录. */
  readonly record: DocumentReference;
  readonly summary: string;
  /** 整改承诺; they bind when the record is signed. */
  readonly commitments: readonly Omit<RectificationItem, 'item'>[];
}

/** 约谈: planned, held by several, recorded and signed. */
export type AccountabilityTalkEvent =
  | Message<'TalkPlanned', PlannedTalk>
  /** 改期. */
  | Message<'TalkRescheduled', MatterStep & { readonly heldOn: CalendarDate; readonly reason: string }>
  | Message<'TalkHeld', HeldTalk>
  /** 笔录签字, or the reason why it is refused. */
  | Message<'TalkRecordSigned', MatterStep & { readonly signed: boolean; readonly remark: string | null }>;

export const accountabilityTalkEvents: EventTypes<AccountabilityTalkEvent> = {
  TalkPlanned: { schema: 1 },
  TalkRescheduled: { schema: 1 },
  TalkHeld: { schema: 1 },
  TalkRecordSigned: { schema: 1 },
};

/** Kinds of the duties that only talks open. */
export const TALK_DUTIES = {
  talkPlan: '拟订约谈方案',
  accountabilityTalk: '约谈',
  talkSignature: '约谈笔录签字',
} as const;
