import type { Position, StoredEvent } from '@liuhen/kernel';
import { BrokenChain, OutcomeUnknown, StoreUnavailable, WrongRevision } from '../../../errors';
import type { EventStore } from '../../../event-store';
import { withMethods } from '../../with-methods';
import { changed } from './changed';

type Append = EventStore['append'];

/** The store with another way to append, which may make use of the right one and of how often it was asked. */
const appending =
  (append: (store: EventStore, count: number, ...call: Parameters<Append>) => ReturnType<Append>) =>
  (store: EventStore): EventStore => {
    let count = 0;
    return withMethods(store, { append: (...call) => append(store, ++count, ...call) });
  };

/** The place so many events further on. */
export const further = (position: Position | undefined, events: number): Position =>
  `business:${Number(position?.split(':')[1] ?? 0) + events}` as Position;

export const answersConflictsAsSuccess = appending((store, _count, request) =>
  store.append(request).catch(async (error: unknown) => {
    if (!(error instanceof WrongRevision)) throw error;
    return { position: further(undefined, 1), replayed: false };
  }),
);

export const givesAnotherReason = appending((store, _count, request) =>
  store.append(request).catch((error: unknown) => {
    throw error instanceof WrongRevision ? new BrokenChain(request.stream) : error;
  }),
);

export const forgetsWhatItAcknowledged = appending(async (store, count, request) => {
  if (count % 4 > 0) return store.append(request);
  return { position: further(await store.head(), request.events.length), replayed: false };
});

export const storesInPart = appending((store, _count, { events, ...request }) =>
  store.append({ ...request, events: events.slice(0, 2) }),
);

export const callsReplaysNew = appending(async (store, _count, request) => ({
  ...(await store.append(request)),
  replayed: false,
}));

/** Says so of what was in a hurry. */
export const rulesOutWhatItStores = appending(async (store, _count, request, options) => {
  const result = await store.append(request);
  if (options?.deadlineMs !== undefined) throw new StoreUnavailable('gave up');
  return result;
});

export const neverSaysWhatBecameOfIt = appending(async (store, count, request) => {
  if (count === 1) return store.append(request);
  throw new OutcomeUnknown(request.stream);
});

/** Gives the last event of a request that came again another place, after all others. */
export function storesReplaysTwice(store: EventStore): EventStore {
  const again: StoredEvent[] = [];
  return withMethods(store, {
    append: async (request, options) => {
      const result = await store.append(request, options);
      if (result.replayed) again.push(...(await store.readStream(request.stream)).slice(-1));
      return result;
    },
    readPage: async (request) => {
      const page = await store.readPage(request);
      if (!page.atHead) return page;
      const places = again.map((event, index) =>
        changed(event, { position: further(page.scannedTo, index + 1) }),
      );
      return { ...page, events: [...page.events, ...places] };
    },
  });
}
