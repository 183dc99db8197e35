import type { CalendarDate, DocumentReference, EventTypes, Message } from '@liuhen/kernel';
import type {
  MatterStep,
  Participant,
  RectificationItem,
  ScreenedWords,
} from '../supervision-matter/supervision-matter.events';

/** Who talks and who writes, of the issuing court. */
export interface TalkParty {
  /** 谈话人. */
  readonly talkers: readonly Participant[];
  /** 记录人. */
  readonly recorder: Participant;
}

/** 约谈方案: who talks with whom, when and where; approved before anybody is told. */
export interface PlannedTalk extends MatterStep, ScreenedWords, TalkParty {
  readonly heldOn: CalendarDate;
  readonly place: string;
  /** 事由, as the notice tells it. */
  readonly subject: string;
  /** What those who are talked with are to bring. */
  readonly materials: readonly string[];
}

export interface RescheduledTalk extends MatterStep {
  readonly heldOn: CalendarDate;
  readonly reason: string;
}

export interface HeldTalk extends MatterStep, ScreenedWords, TalkParty {
  /** The day for which it was planned or to which it was moved last. */
  readonly heldOn: CalendarDate;
  /** 笔录. */
  readonly record: DocumentReference;
  readonly summary: string;
  /** 整改承诺; they bind once the record is signed, refused or left unsigned. */
  readonly commitments: readonly Omit<RectificationItem, 'item'>[];
}

export interface SignedTalkRecord extends MatterStep {
  /** `false` where who was talked with refuses. */
  readonly signed: boolean;
  /** What they have to say to the record; why they refuse. */
  readonly remark: string | null;
}

/** 约谈: planned, held by several, recorded and signed. */
export type AccountabilityTalkEvent =
  | Message<'TalkPlanned', PlannedTalk>
  /** 改期. */
  | Message<'TalkRescheduled', RescheduledTalk>
  | Message<'TalkHeld', HeldTalk>
  /** 笔录签字, or the refusal to sign. */
  | Message<'TalkRecordSigned', SignedTalkRecord>
  /** 逾期未签，程序继续: nobody signed in time, and what follows is not held up. */
  | Message<'TalkSignatureLapsed', MatterStep>;

export const accountabilityTalkEvents: EventTypes<AccountabilityTalkEvent> = {
  TalkPlanned: { schema: 1 },
  TalkRescheduled: { schema: 1 },
  TalkHeld: { schema: 1 },
  TalkRecordSigned: { schema: 1 },
  TalkSignatureLapsed: { schema: 1 },
};

/** Kinds of the duties that only talks open. */
export const TALK_DUTIES = {
  talkPlan: '拟订约谈方案',
  accountabilityTalk: '约谈',
  talkSignature: '约谈笔录签字',
} as const;
