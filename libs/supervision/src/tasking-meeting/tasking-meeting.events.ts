import type { CalendarDate, Digest, DocumentReference, EventTypes, Instant, Message } from '@liuhen/kernel';
import type {
  ItemOwner,
  MatterStep,
  Participant,
  ScreenedWords,
} from '../supervision-matter/supervision-matter.events';

/** 综合调度、专项调度. */
export const MEETING_SCOPES = { comprehensive: '综合调度', special: '专项调度' } as const;
export type MeetingScope = keyof typeof MEETING_SCOPES;

/** 定期调度、随机调度. */
export const MEETING_CADENCES = { regular: '定期调度', random: '随机调度' } as const;
export type MeetingCadence = keyof typeof MEETING_CADENCES;

/** 抽取的对象: codes of courts, ids of posts or canonical case numbers. */
export const DRAWN_KINDS = { court: '法院', post: '岗位', case: '案件' } as const;
export type DrawnKind = keyof typeof DRAWN_KINDS;

/** 数据包: the figures that the meeting goes by, frozen by their hash. */
export interface DataPackage {
  readonly document: DocumentReference;
  /** The day as of which they hold. */
  readonly asOf: CalendarDate;
  /** How they were made: definitions, source, period. */
  readonly definition: string;
}

/** Of which so many are to be drawn: fixed before anybody can know the seed. */
export interface PlannedDraw {
  readonly of: DrawnKind;
  /** Each once. */
  readonly population: readonly string[];
  readonly size: number;
}

export interface SetAgenda extends MatterStep, ScreenedWords {
  readonly scope: MeetingScope;
  readonly cadence: MeetingCadence;
  readonly topics: readonly string[];
  readonly dataPackage: DataPackage;
  /** Of a random meeting; `null` of a regular one. */
  readonly draw: PlannedDraw | null;
}

/** 随机抽取: anybody who has this can draw again and find the same. */
export interface MadeDraw extends MatterStep {
  /** Name of the procedure of drawing, with its version. */
  readonly procedure: string;
  readonly of: DrawnKind;
  /** The event of the issue, whose salts nobody knew before: its id, and its payload hash as its header has it. */
  readonly seededBy: { readonly event: string; readonly payloadHash: Digest };
  readonly seed: Digest;
  /** Of which is drawn, each once, in order of code points. */
  readonly population: readonly string[];
  /** SHA-256 of the population, one member a line. */
  readonly populationHash: Digest;
  readonly size: number;
  /** In the order in which they were drawn. */
  readonly drawn: readonly string[];
}

/** Who should be there; the person can be unknown of a post that nobody held. */
export interface Attendee extends ItemOwner {
  readonly present: boolean;
}

export interface HeldTaskingMeeting extends MatterStep, ScreenedWords {
  readonly heldAt: Instant;
  readonly chair: Participant;
  readonly attendees: readonly Attendee[];
  /** 决议. */
  readonly resolutions: readonly string[];
  /** 会议纪要. */
  readonly minutes: DocumentReference;
}

/** 调度: a meeting on frozen figures, with resolutions, and tasks that are assigned along with it. */
export type TaskingMeetingEvent =
  | Message<'AgendaSet', SetAgenda>
  | Message<'RandomDrawMade', MadeDraw>
  | Message<'TaskingMeetingHeld', HeldTaskingMeeting>;

export const taskingMeetingEvents: EventTypes<TaskingMeetingEvent> = {
  AgendaSet: { schema: 1 },
  RandomDrawMade: { schema: 1 },
  TaskingMeetingHeld: { schema: 1 },
};

/** Kinds of the duties that only tasking meetings open. */
export const TASKING_DUTIES = {
  taskingAgenda: '确定调度议题和数据包',
  taskingMeeting: '召开调度会议',
} as const;
