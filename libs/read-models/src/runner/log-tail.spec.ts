import type { EventStore, SubscriptionItem } from '@liuhen/event-store';
import { MemoryEventStore, requestFor, sealedChain, TEST_LOG } from '@liuhen/event-store/testing';
import { LogTail } from './log-tail';

const HOUR = 3_600_000;

let stop: AbortController;

beforeEach(() => {
  stop = new AbortController();
});
afterEach(() => stop.abort());

it('wakes all who wait when something is appended, and only for what is new', async () => {
  const store = new MemoryEventStore(TEST_LOG);
  await store.append(requestFor(sealedChain(3, { stream: 'before' })));
  const tail = new LogTail(store, fail);
  void tail.follow(stop.signal);
  const waiting = [1, 2, 3].map(() => tail.changed(tail.changes, HOUR, stop.signal));
  await store.append(requestFor(sealedChain(1, { stream: 'after' })));
  await Promise.all(waiting);
  expect(tail.changes).toBe(1);
});

it('does not wait for a change that came while the page was read', async () => {
  const store = new MemoryEventStore(TEST_LOG);
  const tail = new LogTail(store, fail);
  void tail.follow(stop.signal);
  const seen = tail.changes;
  await store.append(requestFor(sealedChain(1)));
  await tail.changed(seen, HOUR, stop.signal);
  await tail.changed(seen, HOUR, stop.signal);
  expect(tail.changes).toBe(1);
});

it('returns at the signal and after the timeout', async () => {
  const tail = new LogTail(new MemoryEventStore(TEST_LOG), fail);
  await tail.changed(0, 1, stop.signal);
  const waiting = tail.changed(0, HOUR, stop.signal);
  stop.abort();
  await waiting;
  await tail.changed(0, HOUR, stop.signal);
  expect(tail.changes).toBe(0);
});

it('subscribes again after a failure, and tells of it', async () => {
  const store = new MemoryEventStore(TEST_LOG);
  const failures: unknown[] = [];
  let subscriptions = 0;
  const unreliable: Pick<EventStore, 'head' | 'subscribe'> = {
    head: () => store.head(),
    subscribe: (request) => (++subscriptions === 1 ? failing() : store.subscribe(request)),
  };
  const tail = new LogTail(unreliable, (error) => failures.push(error));
  void tail.follow(stop.signal);
  while (subscriptions < 2) await tail.changed(tail.changes, 1, stop.signal);
  await store.append(requestFor(sealedChain(1)));
  await tail.changed(0, HOUR, stop.signal);
  expect(failures).toEqual([new Error('cut off')]);
});

const fail = (error: unknown): void => {
  throw error;
};

async function* failing(): AsyncGenerator<SubscriptionItem> {
  await Promise.resolve();
  throw new Error('cut off');
}
