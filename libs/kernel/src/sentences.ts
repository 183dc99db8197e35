import type { Message } from './message';

/** How the ids in an event's data are shown to a reader. */
export interface SentenceNames {
  readonly personName: (person: string) => string;
  readonly postTitle: (post: string) => string;
  readonly courtName: (court: string) => string;
}

/** One Chinese line for each event: what was done. Who, when and on which basis is said for all alike. */
export type Sentences<Event extends Message> = {
  readonly [Type in Event['type']]: (event: Extract<Event, { type: Type }>, names: SentenceNames) => string;
};
