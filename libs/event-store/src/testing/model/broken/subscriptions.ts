import type { EventStore, SubscriptionItem, SubscriptionRequest } from '../../../event-store';
import { withMethods } from '../../with-methods';

type Items = AsyncIterable<SubscriptionItem>;

/** The store with something else given to subscribers than should be. */
const giving =
  (change: (items: Items, request: SubscriptionRequest) => Items) =>
  (store: EventStore): EventStore =>
    withMethods(store, { subscribe: (request) => change(store.subscribe(request), request) });

export const skipsAnEvent = giving(async function* (items) {
  for await (const item of items) if (item.kind !== 'event' || item.event.header.rev !== 1) yield item;
});

export const repeatsAnEvent = giving(async function* (items) {
  for await (const item of items) {
    yield item;
    if (item.kind === 'event' && item.event.header.rev === 1) yield item;
  }
});

export const resumesTooLate = giving(async function* (items, { after }) {
  let left = after === undefined ? 0 : 1;
  for await (const item of items) if (item.kind !== 'event' || left-- <= 0) yield item;
});

/** Each event changes places with the next. */
export const turnsEventsRound = giving(async function* (items) {
  let held: SubscriptionItem | undefined;
  for await (const item of items) {
    if (item.kind === 'event' && !held) held = item;
    else {
      yield item;
      if (held) yield held;
      held = undefined;
    }
  }
});

export const saysTooEarlyThatItHasCaughtUp = giving(async function* (items) {
  yield { kind: 'caught-up' };
  yield* items;
});

export const saysNothingOfWhatIsNew = giving(async function* (items) {
  let isNew = false;
  for await (const item of items) {
    if (!isNew) yield item;
    if (item.kind === 'caught-up') isNew = true;
  }
});

export const failsWhenItHasCaughtUp = giving(async function* (items) {
  for await (const item of items) {
    yield item;
    if (item.kind === 'caught-up') throw new Error('connection lost');
  }
});
