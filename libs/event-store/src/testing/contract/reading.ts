import { ForeignPosition } from '../../errors';
import type { EventStore } from '../../event-store';
import { given, idsOf, type StoreUnderTest } from './store-under-test';

export function describeReading(open: () => Promise<StoreUnderTest>): void {
  let under: StoreUnderTest;
  let store: EventStore;
  beforeEach(async () => {
    under = await open();
    store = under.store;
  });
  afterEach(() => under.close());

  describe('readStream', () => {
    it('gives nothing of a stream that does not exist', async () => {
      expect(await store.readStream('case-none')).toEqual([]);
    });

    it('gives a range in revision order, of this stream only', async () => {
      const { events } = await given(store, 'case-a', 5);
      await given(store, 'case-b', 5);

      expect(idsOf(await store.readStream('case-a', { from: 1, limit: 3 }))).toEqual(
        idsOf(events.slice(1, 4)),
      );
      expect(idsOf(await store.readStream('case-a', { from: 3 }))).toEqual(idsOf(events.slice(3)));
      expect(await store.readStream('case-a', { from: 5 })).toEqual([]);
    });
  });

  describe('readPage', () => {
    const ofTypes = (...types: string[]) => ({ header: { type: types[0] ?? '' } });

    it('is at the head of an empty log at once', async () => {
      expect(await store.readPage({ limit: 10 })).toEqual({ events: [], scannedTo: undefined, atHead: true });
    });

    it('walks the whole log in one order, whatever the size of the pages', async () => {
      for (const stream of ['case-a', 'case-b', 'case-c']) await given(store, stream, 3);
      const whole = await store.readPage({ limit: 100 });
      const walked: string[] = [];
      let page = await store.readPage({ limit: 2 });
      for (; !page.atHead; page = await store.readPage({ after: page.scannedTo, limit: 2 }))
        walked.push(...idsOf(page.events));
      walked.push(...idsOf(page.events));

      expect(walked).toEqual(idsOf(whole.events));
      expect(walked).toHaveLength(9);
      expect(page.scannedTo).toBe(await store.head());
    });

    it('gives only the types asked for, yet speaks for all it examined', async () => {
      const wanted = await given(store, 'case-a', 1, ofTypes('Wanted'));
      await given(store, 'case-b', 3, ofTypes('Other'));
      const all = await store.readPage({ limit: 100 });

      const first = await store.readPage({ types: ['Wanted', 'AlsoWanted'], limit: 2 });
      expect(idsOf(first.events)).toEqual(idsOf(wanted.events));
      expect(first).toMatchObject({ scannedTo: all.events[1]?.position, atHead: false });
      const second = await store.readPage({ after: first.scannedTo, types: ['Wanted'], limit: 2 });
      expect(second).toEqual({ events: [], scannedTo: await store.head(), atHead: true });
    });

    it('gives nothing for no types, and moves on all the same', async () => {
      await given(store, 'case-a', 2);
      expect(await store.readPage({ types: [], limit: 10 })).toEqual({
        events: [],
        scannedTo: await store.head(),
        atHead: true,
      });
    });

    it('stays where it is at the head', async () => {
      const { result } = await given(store, 'case-a', 2);
      expect(await store.readPage({ after: result.position, limit: 10 })).toEqual({
        events: [],
        scannedTo: result.position,
        atHead: true,
      });
    });
  });

  describe('positions', () => {
    it('survive being written down, and follow the order of the log', async () => {
      const first = await given(store, 'case-a', 1);
      const second = await given(store, 'case-b', 1);
      const parsed = store.parsePosition(String(first.result.position));

      expect(parsed).toBe(first.result.position);
      expect(store.compare(parsed, second.result.position)).toBeLessThan(0);
      expect(store.compare(second.result.position, parsed)).toBeGreaterThan(0);
      expect(store.compare(parsed, parsed)).toBe(0);
      expect(await store.head()).toBe(second.result.position);
    });

    it('order by number, not by digits', async () => {
      await given(store, 'case-a', 11);
      const positions = (await store.readStream('case-a')).map(({ position }) => position);
      expect([...positions].reverse().sort((a, b) => store.compare(a, b))).toEqual(positions);
    });

    it.each(['', '1', 'business', 'isolated:1', 'business:0', 'business:01', 'business:-1', 'business:1 '])(
      'refuse %j, which this log never gave',
      (text) => {
        expect(() => store.parsePosition(text)).toThrow(ForeignPosition);
      },
    );

    it('are refused where the log does not reach: it was put back to an earlier state', async () => {
      const { result } = await given(store, 'case-a', 1);
      const beyond = store.parsePosition(String(result.position).replace(/\d+/g, '9$&'));
      await expect(store.readPage({ after: beyond, limit: 10 })).rejects.toThrow(ForeignPosition);
    });

    it('are 1, 2, 3 … where the store says that they are dense', async () => {
      await given(store, 'case-a', 2);
      await expect(given(store, 'case-a', 1, { seed: 'refused' })).rejects.toThrow();
      await given(store, 'case-b', 2);
      const { events } = await store.readPage({ limit: 10 });
      const numbers = events.map(({ position }) => Number(/\d+$/.exec(position)?.[0]));
      if (store.capabilities.densePositions) expect(numbers).toEqual([1, 2, 3, 4]);
      else expect(numbers).toEqual([...numbers].sort((a, b) => a - b));
    });
  });
}
