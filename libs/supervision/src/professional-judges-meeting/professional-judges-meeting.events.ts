import type { CalendarDate, DocumentReference, DutyTerms, EventTypes, Message } from '@liuhen/kernel';
import type { Speech } from '../law/discussion';
import type { SeatedJudge } from '../law/judge-grades';

/** Meetings on a case are numbered from 1, in the order in which they were asked for or convened. */
export type MeetingId = string;

/** 提请专业法官会议讨论的情形 (法发〔2021〕2号第四条). */
export const MEETING_GROUNDS = {
  soleJudge: '独任法官认为需要',
  noMajority: '合议庭未形成多数意见',
  minorityJudge: '持少数意见的法官认为需要',
  uniformLaw: '需要统一法律适用',
  fourType: '属于四类案件',
  other: '其他需要讨论的情形',
} as const;
export type MeetingGround = keyof typeof MEETING_GROUNDS;

/** 主持人决定不召开的理由 (法发〔2021〕2号第六条). */
export const DECLINE_REASONS = {
  lawClear: '法律适用已经明确',
  alreadyDiscussed: '专业法官会议已经讨论且没有出现新情况',
} as const;
export type DeclineReason = keyof typeof DECLINE_REASONS;

/** 讨论形成的意见: for reference only; it never changes what the panel concluded. */
export const MEETING_CONCLUSIONS = {
  supportsPanel: '多数支持合议庭意见',
  otherView: '多数持其他意见',
  noMajority: '未形成多数意见',
} as const;
export type MeetingConclusion = keyof typeof MEETING_CONCLUSIONS;

/** 列席: has no say. */
export interface InvitedPerson {
  readonly person: string;
  readonly capacity: string;
}

interface OfReview {
  /** The review that referred the case; `null` outside any. */
  readonly review: string | null;
}

interface OfMeeting extends OfReview {
  readonly meeting: MeetingId;
}

export interface RequestedMeeting {
  readonly meeting: MeetingId;
  readonly grounds: readonly MeetingGround[];
  readonly questions: readonly string[];
  /** To convene it, or to decline. */
  readonly charge: DutyTerms;
}

export interface ConvenedMeeting extends OfMeeting {
  /** Name of the duty to convene it. */
  readonly duty: string;
  readonly questions: readonly string[];
  /** 主持人: one of the members. */
  readonly chair: string;
  /** 参加人员, judges all. */
  readonly members: readonly SeatedJudge[];
  readonly invited: readonly InvitedPerson[];
  /** What the members got in advance. */
  readonly materials: readonly DocumentReference[];
  readonly heldOn: CalendarDate;
  /** To bring it to a conclusion. */
  readonly charge: DutyTerms;
}

export interface DeclinedMeeting extends OfReview {
  /** The request; `null` where a review had referred the case. */
  readonly meeting: MeetingId | null;
  readonly duty: string;
  readonly reason: DeclineReason;
  readonly explanation: string;
  /** The reviewer goes on; `null` outside a review. */
  readonly charge: DutyTerms | null;
}

export interface ConcludedMeeting extends OfMeeting {
  readonly duty: string;
  readonly conclusion: MeetingConclusion;
  /** What the majority holds, where it is not the panel's view. */
  readonly majorityView: string | null;
  /** In the order in which they were made. */
  readonly speeches: readonly Speech[];
  readonly summary: string;
  /** 会议纪要, in the inner file. */
  readonly minutes: DocumentReference;
  /** The panel reconsiders; `null` outside a review, where it goes on as it sees fit. */
  readonly reconsideration: DutyTerms | null;
}

/** 专业法官会议: asked for, screened, held, and what its members said; advice, never a result. */
export type ProfessionalJudgesMeetingEvent =
  | Message<'MeetingRequested', RequestedMeeting>
  | Message<'MeetingConvened', ConvenedMeeting>
  | Message<'MeetingDeclined', DeclinedMeeting>
  | Message<'MeetingConcluded', ConcludedMeeting>
  | Message<'MeetingLapsed', OfMeeting & { readonly duty: string }>;

export const professionalJudgesMeetingEvents: EventTypes<ProfessionalJudgesMeetingEvent> = {
  MeetingRequested: { schema: 1 },
  MeetingConvened: { schema: 1, erasable: { materials: { title: '会前材料', reads: [] } } },
  MeetingDeclined: { schema: 1 },
  MeetingConcluded: { schema: 1 },
  MeetingLapsed: { schema: 1 },
};

/** Kinds of the duties that only meetings open. */
export const MEETING_DUTIES = {
  meetingConclusion: '形成专业法官会议意见',
  requestedMeetingConclusion: '形成提请的专业法官会议意见',
} as const;
