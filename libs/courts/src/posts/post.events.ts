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

export type PostEvent = PostEstablished | PersonAppointed | PersonLeft;

export const postEvents: EventTypes<PostEvent> = {
  PostEstablished: { schema: 1 },
  PersonAppointed: { schema: 1 },
  PersonLeft: { schema: 1 },
};

const STREAM = 'post-';

export const postStream = (postId: string): string => `${STREAM}${postId}`;

export const postIdOfStream = (stream: string): string | undefined =>
  stream.startsWith(STREAM) ? stream.slice(STREAM.length) : undefined;
