import type { StoredEvent } from '@liuhen/kernel';
import type { EventStore, Page, PageRequest } from '../../../event-store';
import { withMethods } from '../../with-methods';
import { changed } from './changed';
import { further } from './writers';

/** The store with other pages than those it should give. */
const paging =
  (change: (page: Page, request: PageRequest) => Partial<Page>) =>
  (store: EventStore): EventStore =>
    withMethods(store, {
      readPage: async (request) => {
        const page = await store.readPage(request);
        return { ...page, ...change(page, request) };
      },
    });

/** The store with other streams than those it should give. */
const streaming =
  (change: (event: StoredEvent, index: number) => readonly StoredEvent[]) =>
  (store: EventStore): EventStore =>
    withMethods(store, { readStream: async (...call) => (await store.readStream(...call)).flatMap(change) });

/** There is no fourth position. */
export const leavesAHole = paging(({ events }) => ({
  events: events.map((event) =>
    event.position < further(undefined, 4) ? event : changed(event, { position: further(event.position, 1) }),
  ),
}));

/** Where they are all of one stream. */
export const turnsPagesRound = paging(({ events }) => {
  if (new Set(events.map(({ header }) => header.stream)).size !== 1) return {};
  const turned = events.toReversed();
  return { events: turned.map((event, index) => changed(event, placeOf(events[index]))) };
});

const placeOf = (event: StoredEvent | undefined) => (event ? { position: event.position } : {});

export const saysTooEarlyThatItIsAtTheHead = paging(({ events, atHead }, { limit }) => ({
  atHead: atHead || events.length === limit,
}));

/** Of a page of a few events that is not the last. */
export const losesTheEndOfAPage = paging(({ events, atHead }, { limit }) => ({
  events: atHead || limit > 5 ? events : events.slice(0, -1),
}));

export const givesEveryType = (store: EventStore): EventStore =>
  withMethods(store, { readPage: ({ after, limit }) => store.readPage({ after, limit }) });

export const losesAnEventOfAStream = streaming((event) => (event.header.rev === 2 ? [] : [event]));

export const changesAPayload = streaming((event) => [
  event.header.rev === 2 ? changed(event, { payloadText: event.payloadText.replace('内容', '改动') }) : event,
]);

export const changesALeaf = streaming((event) => [
  event.header.rev === 2 ? changed(event, { leafHash: 'f'.repeat(64) }) : event,
]);
