import type { Position } from '@liuhen/kernel';
import type { EventStore, SubscriptionItem } from '../../event-store';
import { eventsIn, given, idsOf, isCaughtUp, takeUntil, type StoreUnderTest } from './store-under-test';

export function describeSubscribing(open: () => Promise<StoreUnderTest>): void {
  let under: StoreUnderTest;
  let store: EventStore;
  beforeEach(async () => {
    under = await open();
    store = under.store;
  });
  afterEach(() => under.close());

  const kinds = (items: readonly SubscriptionItem[]): readonly string[] => items.map(({ kind }) => kind);
  const isEvent = ({ kind }: SubscriptionItem): boolean => kind === 'event';

  describe('subscribe', () => {
    it('is caught up in an empty log at once, then gives what comes', async () => {
      const items: SubscriptionItem[] = [];
      const { signal } = new AbortController();
      for await (const item of store.subscribe({ signal })) {
        items.push(item);
        if (item.kind === 'caught-up') void given(store, 'case-a', 1);
        if (item.kind === 'event') break;
      }
      expect(kinds(items)).toEqual(['caught-up', 'event']);
    });

    it('gives the past, says so, and goes on', async () => {
      const past = await given(store, 'case-a', 3);
      const items: SubscriptionItem[] = [];
      const { signal } = new AbortController();
      let fresh: readonly string[] = [];
      for await (const item of store.subscribe({ signal })) {
        items.push(item);
        if (item.kind === 'caught-up') fresh = idsOf((await given(store, 'case-b', 1)).events);
        if (items.length === 5) break;
      }
      expect(kinds(items)).toEqual(['event', 'event', 'event', 'caught-up', 'event']);
      expect(eventsIn(items)).toEqual([...idsOf(past.events), ...fresh]);
    });

    it('begins after the position given', async () => {
      const { events } = await given(store, 'case-a', 4);
      const stored = await store.readStream('case-a');
      const items = await takeUntil(store, { after: stored[1]?.position }, isCaughtUp);
      expect(eventsIn(items)).toEqual(idsOf(events.slice(2)));
    });

    it('tells how far it has looked where nothing matched', async () => {
      await given(store, 'case-a', 3);
      const items = await takeUntil(store, { types: ['Never'] }, isCaughtUp);
      expect(items).toEqual([{ kind: 'checkpoint', position: await store.head() }, { kind: 'caught-up' }]);
    });

    it('tells so also of what comes later', async () => {
      const items: SubscriptionItem[] = [];
      const { signal } = new AbortController();
      let position: Position | undefined;
      for await (const item of store.subscribe({ types: ['Never'], signal })) {
        items.push(item);
        if (item.kind === 'caught-up') position = (await given(store, 'case-a', 2)).result.position;
        if (item.kind === 'checkpoint') break;
      }
      expect(items).toEqual([{ kind: 'caught-up' }, { kind: 'checkpoint', position }]);
    });

    it('gives only the types asked for', async () => {
      await given(store, 'case-a', 2, { header: { type: 'Other' } });
      const wanted = await given(store, 'case-b', 2, { header: { type: 'Wanted' } });
      await given(store, 'case-c', 2, { header: { type: 'Other' } });
      const items = await takeUntil(store, { types: ['Wanted'] }, isCaughtUp);
      expect(eventsIn(items)).toEqual(idsOf(wanted.events));
      expect(items.at(-2)).toEqual({ kind: 'checkpoint', position: await store.head() });
    });

    it('hears of what another process appends', async () => {
      const other = await under.another();
      const items: SubscriptionItem[] = [];
      const { signal } = new AbortController();
      let fresh: readonly string[] = [];
      for await (const item of store.subscribe({ signal })) {
        items.push(item);
        if (item.kind === 'caught-up') fresh = idsOf((await given(other, 'case-a', 2)).events);
        if (eventsIn(items).length === 2) break;
      }
      expect(eventsIn(items)).toEqual(fresh);
    });

    it('waits for its consumer and loses nothing by it', async () => {
      const { signal } = new AbortController();
      const subscription = store.subscribe({ signal })[Symbol.asyncIterator]();
      expect(await subscription.next()).toMatchObject({ value: { kind: 'caught-up' } });
      const ids: string[] = [];
      for (let index = 0; index < 5; index++)
        ids.push(...idsOf((await given(store, `case-${String(index)}`, 3)).events));

      const seen: string[] = [];
      while (seen.length < ids.length) {
        const { value } = (await subscription.next()) as IteratorYieldResult<SubscriptionItem>;
        seen.push(...eventsIn([value]));
      }
      expect(seen).toEqual(ids);
      await subscription.return?.();
    });

    it('ends without an error at the signal, also while it waits', async () => {
      const ending = new AbortController();
      const items: SubscriptionItem[] = [];
      for await (const item of store.subscribe({ signal: ending.signal })) {
        items.push(item);
        setImmediate(() => ending.abort());
      }
      expect(kinds(items)).toEqual(['caught-up']);
    });

    it('gives nothing once the signal has been given', async () => {
      await given(store, 'case-a', 1);
      const items: SubscriptionItem[] = [];
      for await (const item of store.subscribe({ signal: AbortSignal.abort() })) items.push(item);
      expect(items).toEqual([]);
    });

    it('ends when the store is closed', async () => {
      const other = await under.another();
      const items: SubscriptionItem[] = [];
      for await (const item of other.subscribe({ signal: new AbortController().signal })) {
        items.push(item);
        void other.close();
      }
      expect(kinds(items)).toEqual(['caught-up']);
    });

    it('resumes from anything it gave, losing and repeating nothing, while many append', async () => {
      const streams = 8;
      const each = 12;
      const other = await under.another();
      const writers = Array.from({ length: streams }, async (_, index) => {
        const writer = index % 2 === 0 ? store : other;
        let last = (await given(writer, `case-${String(index)}`, 1)).events[0];
        for (let count = 1; count < each; count++)
          last = (await given(writer, `case-${String(index)}`, 1, { after: last })).events[0];
      });

      const seen: string[] = [];
      let after: Position | undefined;
      let stride = 0;
      while (seen.length < streams * each) {
        const enough = Math.min((stride++ % 7) + 1, streams * each - seen.length);
        const items = await takeUntil(
          store,
          { after },
          (item, taken) => isEvent(item) && taken.length >= enough,
        );
        seen.push(...eventsIn(items));
        const last = items.at(-1);
        if (last?.kind === 'event') after = last.event.position;
      }
      await Promise.all(writers);

      const { events } = await store.readPage({ limit: 1_000 });
      expect(seen).toEqual(idsOf(events));
    });
  });
}
