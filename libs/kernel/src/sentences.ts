import type { Message } from './message';

/** One Chinese line for each event: what was done. Who, when and on which basis is said for all alike. */
export type Sentences<Event extends Message> = {
  readonly [Type in Event['type']]: (event: Extract<Event, { type: Type }>) => string;
};
