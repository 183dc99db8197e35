import { decodeAll, type Digest, type EventTypes, type Message, type Recorded } from '@liuhen/kernel';
import type { EventStore } from './event-store';

/** Reads another stream of the same log; what was read is recorded with the decision as relied on. */
export type StreamReader = <Event extends Message>(
  stream: string,
  types: EventTypes<Event>,
) => Promise<readonly Recorded<Event>[]>;

/** A stream that a decision relied on, as it stood: `rev` −1 and no leaf where there was none. */
export interface ReliedOn {
  readonly stream: string;
  readonly rev: number;
  readonly leaf: Digest | null;
}

export function trackingReader(store: EventStore): {
  readonly read: StreamReader;
  readonly reliedOn: () => readonly ReliedOn[];
} {
  const reliedOn = new Map<string, ReliedOn>();
  return {
    read: async (stream, types) => {
      const events = await store.readStream(stream);
      const last = events.at(-1);
      reliedOn.set(stream, { stream, rev: last?.header.rev ?? -1, leaf: last?.leafHash ?? null });
      return decodeAll(types, events);
    },
    reliedOn: () => [...reliedOn.values()],
  };
}
