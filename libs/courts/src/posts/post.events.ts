import type { CalendarDate, EventTypes, Message } from '@liuhen/kernel';

/** A seat is created in a court; its stream is `post-` and its id. */
export type PostEstablished = Message<
  'PostEstablished',
  {
    /** Id of the court. */
    court: string;
    /** One of the post kinds. */
    kind: string;
    /** As it is called in the court, such as 民事审判第一庭庭长. */
    title: string;
    /** 庭室, where it belongs to one. */
    division: string | null;
  }
>;

/** A person takes the post; appointment by the people's congress or by the court (人民法院组织法 第四十二条、第四十三条). */
export type PersonAppointed = Message<
  'PersonAppointed',
  { person: string; name: string; from: CalendarDate; demonstration: boolean }
>;

/** The person no longer holds the post from that day; acts of before stay theirs. */
export type PersonLeft = Message<'PersonLeft', { person: string; on: CalendarDate; reason: string | null }>;

/** 请假: from that day until the other, exclusive, or until it is ended; others answer meanwhile. */
export type LeaveRecorded = Message<
  'LeaveRecorded',
  { person: string; from: CalendarDate; until: CalendarDate | null; reason: string | null }
>;

/** 销假: the person is back on that day. */
export type LeaveEnded = Message<'LeaveEnded', { person: string; on: CalendarDate }>;

/** AB岗、委托: another person of the court may act in the post, and answers for it while its holder is on leave. */
export type DelegationGranted = Message<
  'DelegationGranted',
  {
    /** Its number in the post's stream. */
    delegation: string;
    /** Who holds the post and has it delegated; the delegation ends with their tenure. */
    person: string;
    to: string;
    /** The post that the delegate holds in the same court; the delegation ends with their tenure in it. */
    toPost: string;
    from: CalendarDate;
    /** Exclusive. */
    until: CalendarDate | null;
    /** One of the scopes of delegation: a release gives no power by one that it does not know. */
    scope: string;
    /** Id of the person who approved it. */
    approver: string;
    reason: string | null;
  }
>;

export type DelegationRevoked = Message<'DelegationRevoked', { delegation: string; on: CalendarDate }>;

/** 分管: the divisions that the post oversees from that day, instead of those that it oversaw. */
export type OversightAssigned = Message<
  'OversightAssigned',
  { divisions: readonly string[]; from: CalendarDate }
>;

export type PostEvent =
  | PostEstablished
  | PersonAppointed
  | PersonLeft
  | LeaveRecorded
  | LeaveEnded
  | DelegationGranted
  | DelegationRevoked
  | OversightAssigned;

export const postEvents: EventTypes<PostEvent> = {
  PostEstablished: { schema: 1 },
  PersonAppointed: { schema: 1 },
  PersonLeft: { schema: 1 },
  LeaveRecorded: { schema: 1 },
  LeaveEnded: { schema: 1 },
  DelegationGranted: { schema: 1 },
  DelegationRevoked: { schema: 1 },
  OversightAssigned: { schema: 1 },
};

/** The scope of a delegation of all that the post may do. */
export const WHOLE_POST = 'all';

const STREAM = 'post-';

export const postStream = (postId: string): string => `${STREAM}${postId}`;

export const postIdOfStream = (stream: string): string | undefined =>
  stream.startsWith(STREAM) ? stream.slice(STREAM.length) : undefined;
