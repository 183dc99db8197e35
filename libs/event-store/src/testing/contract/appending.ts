import type { StoredEvent } from '@liuhen/kernel';
import { AppendTooLarge, BrokenChain, ClockBehind, StoreUnavailable, WrongRevision } from '../../errors';
import type { EventStore } from '../../event-store';
import { requestFor, sealedChain } from '../sealed-chain';
import { given, idsOf, later, textsOf, type StoreUnderTest } from './store-under-test';

export function describeAppending(open: () => Promise<StoreUnderTest>): void {
  let under: StoreUnderTest;
  let store: EventStore;
  beforeEach(async () => {
    under = await open();
    store = under.store;
  });
  afterEach(() => under.close());

  const everything = async (): Promise<readonly StoredEvent[]> =>
    (await store.readPage({ limit: 10_000 })).events;

  describe('append', () => {
    it('begins a stream and continues it, keeping every byte', async () => {
      const { events } = await given(store, 'case-a', 2, { data: { 说明: '“引号”\\反斜线\n换行', n: 1 } });
      const more = await given(store, 'case-a', 1, { after: events.at(-1) });

      const stored = await store.readStream('case-a');
      expect(textsOf(stored)).toEqual(textsOf([...events, ...more.events]));
      expect(more.result).toEqual({ position: stored.at(-1)?.position, replayed: false });
    });

    it('stores all events of a request or none', async () => {
      const events = sealedChain(3, { log: store.identity, stream: 'case-a' });
      const torn = [events[0], events[2]].flatMap((event) => event ?? []);

      await expect(store.append({ stream: 'case-a', expected: 'no-stream', events: torn })).rejects.toThrow(
        BrokenChain,
      );
      expect(await everything()).toEqual([]);
    });

    it('refuses a request without events', async () => {
      await expect(store.append({ stream: 'case-a', expected: 'no-stream', events: [] })).rejects.toThrow(
        RangeError,
      );
    });

    it('refuses to begin a stream that exists, and says where it is', async () => {
      await given(store, 'case-a', 2);
      const other = sealedChain(1, { log: store.identity, stream: 'case-a', seed: 'other' });

      const error: unknown = await store.append(requestFor(other)).catch((thrown: unknown) => thrown);
      expect(error).toBeInstanceOf(WrongRevision);
      expect(error).toMatchObject({ stream: 'case-a', expected: 'no-stream', actual: 1 });
    });

    it('refuses to continue a stream that does not exist', async () => {
      const events = sealedChain(2, { log: store.identity, stream: 'case-a' });

      await expect(store.append(requestFor(events.slice(1)))).rejects.toMatchObject({
        expected: 0,
        actual: 'no-stream',
      });
      expect(await store.readStream('case-a')).toEqual([]);
    });

    it('lets exactly one of many win at the same revision', async () => {
      const { events } = await given(store, 'case-a', 1);
      const attempts = Array.from({ length: 20 }, (_, index) =>
        given(store, 'case-a', 1, { after: events[0], seed: `attempt ${String(index)}` }),
      );

      const outcomes = await Promise.allSettled(attempts);
      const losers = outcomes.flatMap((outcome) =>
        outcome.status === 'rejected' ? [outcome.reason as unknown] : [],
      );
      expect(losers).toHaveLength(19);
      for (const loser of losers) expect(loser).toBeInstanceOf(WrongRevision);
      expect(await store.readStream('case-a')).toHaveLength(2);
    });

    it('answers each of many requests by itself: those that are wrong do not fail the others', async () => {
      const { events } = await given(store, 'case-a', 1);
      const attempts = Array.from({ length: 30 }, (_, index) =>
        index % 3 === 0
          ? given(store, 'case-a', 1, { seed: `begins again ${String(index)}` })
          : given(store, `case-${String(index)}`, 2),
      );

      const outcomes = await Promise.allSettled(attempts);
      expect(outcomes.map(({ status }) => status)).toEqual(
        attempts.map((_, index) => (index % 3 === 0 ? 'rejected' : 'fulfilled')),
      );
      expect(await everything()).toHaveLength(events.length + 40);
    });

    it('takes nothing after it was closed, and may be closed again', async () => {
      const other = await under.another();
      await other.close();
      await other.close();
      await expect(given(other, 'case-a', 1)).rejects.toThrow(StoreUnavailable);
    });

    it('refuses events of another log', async () => {
      const foreign = { ...store.identity, origin: 'elsewhere.invalid/business' };
      const events = sealedChain(1, { log: foreign, stream: 'case-a' });
      await expect(store.append(requestFor(events))).rejects.toThrow(BrokenChain);
    });

    it('refuses events of another stream than the request says', async () => {
      const events = sealedChain(1, { log: store.identity, stream: 'case-a' });
      await expect(store.append({ ...requestFor(events), stream: 'case-b' })).rejects.toThrow(BrokenChain);
    });

    it('refuses more than it says it takes, and takes as much', async () => {
      const { maxAppendBytes } = store.capabilities;
      const sized = (bytes: number) =>
        sealedChain(1, { log: store.identity, stream: 'case-a', data: { text: 'x'.repeat(bytes) } });
      await expect(store.append(requestFor(sized(maxAppendBytes)))).rejects.toThrow(AppendTooLarge);
      await expect(store.append(requestFor(sized(maxAppendBytes - 2_000)))).resolves.toMatchObject({
        replayed: false,
      });
    });
  });

  describe('append again', () => {
    it('answers the very same events as before and adds nothing', async () => {
      const { events, result } = await given(store, 'case-a', 3);

      expect(await store.append(requestFor(events))).toEqual({ ...result, replayed: true });
      expect(await everything()).toHaveLength(3);
    });

    it('does so also after the stream has moved on', async () => {
      const { events, result } = await given(store, 'case-a', 2);
      await given(store, 'case-a', 2, { after: events.at(-1) });

      expect(await store.append(requestFor(events))).toEqual({ ...result, replayed: true });
    });

    it('does so in the middle of a stream', async () => {
      const first = await given(store, 'case-a', 1);
      const second = await given(store, 'case-a', 2, { after: first.events[0] });
      await given(store, 'case-a', 1, { after: second.events.at(-1) });

      expect(await store.append(requestFor(second.events))).toEqual({ ...second.result, replayed: true });
    });

    it('refuses when only some of the events are the same', async () => {
      const { events } = await given(store, 'case-a', 2);
      const first = events.slice(0, 1);
      const other = sealedChain(1, {
        log: store.identity,
        stream: 'case-a',
        after: first[0],
        seed: 'other',
      });

      await expect(store.append(requestFor([...first, ...other]))).rejects.toThrow(WrongRevision);
      expect(idsOf(await store.readStream('case-a'))).toEqual(idsOf(events));
    });

    it('refuses when the events were stored and more are asked for in the same request', async () => {
      const { events } = await given(store, 'case-a', 2);
      const more = sealedChain(1, { log: store.identity, stream: 'case-a', after: events[1] });

      await expect(store.append(requestFor([...events, ...more]))).rejects.toThrow(WrongRevision);
    });

    it('refuses the same id with other content', async () => {
      const { events } = await given(store, 'case-a', 1, { data: { text: '甲' } });
      const id = events[0]?.header.id ?? '';
      const forged = sealedChain(1, {
        log: store.identity,
        stream: 'case-a',
        data: { text: '乙' },
        header: { id },
      });

      await expect(store.append(requestFor(forged))).rejects.toThrow(WrongRevision);
    });
  });

  describe('the chain', () => {
    it('refuses a prev that is not the last leaf hash of the stream', async () => {
      await given(store, 'case-a', 1);
      const elsewhere = sealedChain(2, { log: store.identity, stream: 'case-a', seed: 'elsewhere' });

      await expect(store.append(requestFor(elsewhere.slice(1)))).rejects.toThrow(BrokenChain);
      expect(await store.readStream('case-a')).toHaveLength(1);
    });

    it('refuses a first event that names an earlier one', async () => {
      const events = sealedChain(1, {
        log: store.identity,
        stream: 'case-a',
        header: { prev: 'a'.repeat(64) },
      });
      await expect(store.append(requestFor(events))).rejects.toThrow(BrokenChain);
    });

    it('refuses a leaf hash that is not the hash of the header', async () => {
      const events = sealedChain(1, { log: store.identity, stream: 'case-a' }).map((event) => ({
        ...event,
        leafHash: 'a'.repeat(64),
      }));
      await expect(store.append(requestFor(events))).rejects.toThrow(BrokenChain);
    });
  });

  describe('the clock', () => {
    const noon = '2026-03-01T04:00:00.000Z';
    const at = (ms: number) => ({ header: { recordedAt: later(noon, ms) } });

    it('takes the same moment again, but none earlier in the same stream', async () => {
      const { events } = await given(store, 'case-a', 1, at(0));
      const after = events[0];

      await expect(given(store, 'case-a', 1, { after, ...at(-1) })).rejects.toThrow(ClockBehind);
      await expect(given(store, 'case-a', 1, { after, ...at(0) })).resolves.toBeDefined();
    });

    it('refuses a request whose own events go back in time', async () => {
      const first = sealedChain(1, { log: store.identity, stream: 'case-a', ...at(0) });
      const second = sealedChain(1, { log: store.identity, stream: 'case-a', after: first[0], ...at(-1) });
      await expect(store.append(requestFor([...first, ...second]))).rejects.toThrow(ClockBehind);
    });

    it('lets another stream lag behind the log as far as it says, and no further', async () => {
      const { maxSkewMs } = store.capabilities;
      await given(store, 'case-a', 1, at(0));

      await expect(given(store, 'case-b', 1, at(-maxSkewMs - 1))).rejects.toThrow(ClockBehind);
      await expect(given(store, 'case-b', 1, at(-maxSkewMs))).resolves.toBeDefined();
    });

    it('measures the lag from the latest event, not from the last one', async () => {
      const { maxSkewMs } = store.capabilities;
      await given(store, 'case-a', 1, at(0));
      await given(store, 'case-b', 1, at(-maxSkewMs));

      await expect(given(store, 'case-c', 1, at(-maxSkewMs - 1))).rejects.toThrow(ClockBehind);
    });
  });
}
