import type { CalendarDate, EventHeader } from '@liuhen/kernel';
import { covers, type Validity } from '../timeline';
import { postIdOfStream, type PostEvent } from './post.events';

/** A seat and all who have held it. */
export interface PostRecord {
  readonly court: string;
  readonly kind: string;
  readonly title: string;
  readonly division: string | null;
  readonly tenures: readonly Tenure[];
}

/** 任期. */
export interface Tenure extends Validity {
  readonly person: string;
  readonly name: string;
  readonly from: CalendarDate;
}

export function evolvePost(record: PostRecord | undefined, event: PostEvent): PostRecord | undefined {
  if (event.type === 'PostEstablished') return { ...event.data, tenures: [] };
  if (!record) return undefined;
  switch (event.type) {
    case 'PersonAppointed': {
      const { person, name, from } = event.data;
      return { ...record, tenures: [...record.tenures, { person, name, from, until: null }] };
    }
    case 'PersonLeft': {
      const { person, on } = event.data;
      return {
        ...record,
        tenures: record.tenures.map((tenure) =>
          tenure.person === person && tenure.until === null ? { ...tenure, until: on } : tenure,
        ),
      };
    }
  }
}

/** 职务目录: the posts, by id, folded from their events. */
export type PostDirectory = ReadonlyMap<string, PostRecord>;

export const emptyPostDirectory: PostDirectory = new Map();

/** The directory after an event of any post's stream. */
export function withPostEvent(
  directory: PostDirectory,
  event: PostEvent & { readonly header: Pick<EventHeader, 'stream'> },
): PostDirectory {
  const id = postIdOfStream(event.header.stream);
  if (id === undefined) return directory;
  const record = evolvePost(directory.get(id), event);
  return record ? new Map(directory).set(id, record) : directory;
}

/** Who holds the post on the day. */
export const holdersOn = (directory: PostDirectory, postId: string, on: CalendarDate): readonly Tenure[] =>
  directory.get(postId)?.tenures.filter((tenure) => covers(tenure, on)) ?? [];

export interface HeldPost extends Omit<PostRecord, 'tenures'> {
  readonly id: string;
}

/** The posts that a person holds on the day; none before the appointment or after leaving. */
export const postsHeldBy = (
  directory: PostDirectory,
  person: string,
  on: CalendarDate,
): readonly HeldPost[] =>
  [...directory].flatMap(([id, { tenures, ...post }]) =>
    tenures.some((tenure) => tenure.person === person && covers(tenure, on)) ? [{ id, ...post }] : [],
  );
