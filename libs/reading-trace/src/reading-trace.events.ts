import type { CalendarDate, DataClass, EventTypes, Message, ReadingKind } from '@liuhen/kernel';

/** What was read, or asked for in vain. The header says by whom, in which post, and when. */
export interface Read {
  readonly kind: ReadingKind;
  readonly data: DataClass;
  /** Method and template of the address, such as `GET /api/v1/cases/:caseNumber/history`. */
  readonly route: string;
  /** Ids of the cases. What is read of a matter between courts names none: not even that there is one may show. */
  readonly cases: readonly string[];
  /** Ids of the matters. */
  readonly matters: readonly string[];
  /** 查阅目的. */
  readonly purpose: string;
}

/** 查阅: recorded before the content is sent. */
export type RecordsRead = Message<
  'RecordsRead',
  Read & {
    /** How many items there were; `null` where the answer does not tell, such as in a file. */
    readonly results: number | null;
    /** What of the content was withheld from the reader. */
    readonly masked: readonly string[];
  }
>;

/** 查阅被拒, also where nothing is there or may be known to be there. */
export type ReadingDenied = Message<'ReadingDenied', Read & { readonly code: string }>;

/** 操作被拒, by power, by law or by the procedure. */
export type CommandRefused = Message<
  'CommandRefused',
  {
    readonly code: string;
    readonly route: string;
    /** Type of the command and its stream; `null` where it was refused before it came to one. */
    readonly command: string | null;
    readonly stream: string | null;
    /** Ids of the cases that the address names. */
    readonly cases: readonly string[];
    readonly matters: readonly string[];
  }
>;

export type ReadingTraceEvent = RecordsRead | ReadingDenied | CommandRefused;

export const readingTraceEvents: EventTypes<ReadingTraceEvent> = {
  RecordsRead: { schema: 1 },
  ReadingDenied: { schema: 1 },
  CommandRefused: { schema: 1 },
};

/** One person's day: nobody else's reading is in the way, and none of a day's can be left out unseen. */
export const readerStream = (person: string, day: CalendarDate): string => `reader-${person}-${day}`;
