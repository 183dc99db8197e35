import { AppendTooLarge, BrokenChain, DamagedEvent, StoreUnavailable } from '@liuhen/event-store';
import { EventStoreDBClient, jsonEvent } from '@eventstore/db-client';
import { requestFor, sealedChain } from '@liuhen/event-store/testing';
import {
  eventsIn,
  given,
  idsOf,
  isCaughtUp,
  takeUntil,
} from '../../libs/event-store/src/testing/contract/store-under-test';
import { openStores, type OpenedStores } from './open-store';
import { FakeEventStoreDb, type AppendFault } from './server';

const SILENCE_MS = 150;

let server: FakeEventStoreDb;
let opened: OpenedStores;
beforeEach(async () => {
  server = await FakeEventStoreDb.start();
  opened = await openStores(server.url, { limits: { silenceMs: SILENCE_MS } });
});
afterEach(async () => {
  server.faults.clear();
  await opened.close();
  server.stop();
});

const ofTheLog = () =>
  server.log.all.filter(({ stream }) => stream.startsWith(`${opened.namespace}.business-`));

describe('an append that went wrong on its way', () => {
  const faults: readonly (readonly [string, readonly AppendFault[]])[] = [
    ['lost before it was stored', ['unavailable-before-apply']],
    ['stored without an answer', ['unavailable-after-apply']],
    ['swallowed', ['silent']],
    ['stored in silence', ['silent-after-apply']],
    ['sent to a node that does not lead', ['not-leader']],
    ['beset by all of that', ['not-leader', 'silent', 'unavailable-before-apply', 'silent-after-apply']],
  ];

  it.each(faults)('is stored once and answered: %s', async (_what, appendFaults) => {
    const first = await given(opened.store, 'case-a', 1);
    server.faults.failAppends(...appendFaults);
    const next = await given(opened.store, 'case-a', 3, { after: first.events[0] });

    const stored = await opened.store.readStream('case-a');
    expect(idsOf(stored)).toEqual(idsOf([...first.events, ...next.events]));
    expect(next.result.position).toBe(stored.at(-1)?.position);
    expect(ofTheLog()).toHaveLength(4);
  });

  it.each(['begins', 'continues'])(
    '%s a stream, and is said never to have been sent while there is no server',
    async (what) => {
      const { events } = await given(opened.store, 'case-a', 1);
      const after = what === 'continues' ? events[0] : undefined;
      const request = requestFor(sealedChain(1, { stream: after ? 'case-a' : 'case-b', after }));
      server.stop();
      // Until the client has seen that, an append goes out over the dying connection, and its outcome is unknown.
      await expect(opened.store.head()).rejects.toThrow(StoreUnavailable);
      await expect(opened.store.append(request, { deadlineMs: 2 * SILENCE_MS })).rejects.toThrow(
        StoreUnavailable,
      );
      await server.comeBack();
      await expect(opened.store.append(request)).resolves.toMatchObject({ replayed: false });
    },
  );

  it('is sent when the server has come back, within its deadline', async () => {
    server.stop();
    const pending = given(opened.store, 'case-a', 1);
    await server.comeBack();
    await expect(pending).resolves.toMatchObject({ result: { replayed: false } });
  });

  it('is larger than this server takes', async () => {
    const small = await FakeEventStoreDb.start({ maxAppendSize: 2_000 });
    const { store, close } = await openStores(small.url);
    const data = { text: 'x'.repeat(2_000) };
    await expect(given(store, 'case-a', 1, { data })).rejects.toThrow(AppendTooLarge);
    await close();
    small.stop();
  });

  it('holds a payload that its header does not, and is not sent', async () => {
    const [event] = sealedChain(1);
    const [other] = sealedChain(1, { seed: 'other' });
    if (!event || !other) throw new Error('no event');
    const forged = requestFor([{ ...event, payloadText: other.payloadText }]);
    await expect(opened.store.append(forged)).rejects.toThrow(BrokenChain);
    expect(ofTheLog()).toEqual([]);
  });
});

describe('a subscription', () => {
  /** Breaks what is under way each time that it has given so many events; every event is to come once. */
  async function isUnharmedBy(breakIt: () => Promise<void>): Promise<void> {
    const ids: string[] = [];
    const seen: string[] = [];
    const { signal } = new AbortController();
    for await (const item of opened.store.subscribe({ signal })) {
      seen.push(...eventsIn([item]));
      if (seen.length === 12) break;
      if (isCaughtUp(item)) ids.push(...idsOf((await given(opened.store, 'case-0', 2)).events));
      if (item.kind !== 'event' || seen.length % 2 === 1) continue;
      await breakIt();
      const { events } = await given(await opened.another(), `case-${String(seen.length)}`, 2);
      ids.push(...idsOf(events));
    }
    expect(seen).toEqual(ids);
  }

  it('goes on when the server ends it without an error', async () => {
    await isUnharmedBy(async () => server.endSubscriptions());
  });

  it('goes on when every connection breaks', async () => {
    await isUnharmedBy(() => server.dropConnections());
  });

  it('gives each event once though the server delivers all of them twice', async () => {
    server.faults.duplicates = true;
    await isUnharmedBy(() => Promise.resolve());
  });

  it('takes a slow stream as it comes, also where the whole takes longer than it bears silence', async () => {
    const { events } = await given(opened.store, 'case-a', 8);
    server.faults.pauseMs = SILENCE_MS / 4;
    const items = takeUntil(opened.store, {}, isCaughtUp);
    await expect(opened.store.readStream('case-a')).resolves.toHaveLength(8);
    expect(eventsIn(await items)).toEqual(idsOf(events));
  });

  it('waits out a server that is gone', async () => {
    const { events } = await given(opened.store, 'case-a', 3);
    server.stop();
    const items = takeUntil(opened.store, {}, isCaughtUp);
    await expect(opened.store.head()).rejects.toThrow(StoreUnavailable);
    await server.comeBack();
    expect(eventsIn(await items)).toEqual(idsOf(events));
  });

  it('waits out a server that is silent', async () => {
    const { events } = await given(opened.store, 'case-a', 3);
    server.faults.silentReads = true;
    const items = takeUntil(opened.store, {}, isCaughtUp);
    await expect(opened.store.head()).rejects.toThrow(StoreUnavailable);
    server.faults.clear();
    expect(eventsIn(await items)).toEqual(idsOf(events));
  });

  it('takes a read that ends early for a drop, not for the head', async () => {
    const { events } = await given(opened.store, 'case-a', 4);
    server.faults.cutReadsAfter = 2;
    await expect(opened.store.readPage({ limit: 10 })).rejects.toThrow(StoreUnavailable);
    server.faults.clear();
    const items = await takeUntil(opened.store, {}, isCaughtUp);
    expect(eventsIn(items)).toEqual(idsOf(events));
  });

  it('gives nothing of other logs nor of the server itself', async () => {
    const other = await openStores(server.url);
    const { events } = await given(opened.store, 'case-a', 2);
    for (let index = 0; index < 10; index++) await given(other.store, `case-${String(index)}`, 1);
    const more = await given(opened.store, 'case-b', 1);
    const items = await takeUntil(opened.store, {}, isCaughtUp);
    expect(eventsIn(items)).toEqual(idsOf([...events, ...more.events]));
    expect(server.log.all.some(({ stream }) => stream.startsWith('$'))).toBe(true);
    await other.close();
  });

  it('stands on one subscription of the server’s, however many there are, and on none when they have ended', async () => {
    const ending = new AbortController();
    const kinds: string[] = [];
    const subscriptions = [1, 2, 3].map(async () => {
      for await (const item of opened.store.subscribe({ signal: ending.signal })) kinds.push(item.kind);
    });
    await server.reaches(1);
    ending.abort();
    await Promise.all(subscriptions);
    await server.reaches(0);
    expect(kinds).toEqual(['caught-up', 'caught-up', 'caught-up']);
  });
});

it('cancels no look that has seen everything: a server closes a connection on which many are', async () => {
  const { store, close } = await openStores(server.url);
  const { result } = await given(store, 'case-a', 3);
  for (let look = 0; look < 600; look++) {
    expect(await store.head()).toBe(result.position);
    expect((await store.readPage({ limit: 10 })).events).toHaveLength(3);
  }
  await close();
});

describe('an event that the log did not store', () => {
  const client = () => EventStoreDBClient.connectionString(server.url);

  it('is a loud fault that names stream and revision, wherever it is read', async () => {
    await given(opened.store, 'case-a', 1);
    await client().appendToStream(
      `${opened.namespace}.business-case-a`,
      jsonEvent({ type: 'Forged', data: {} }),
    );

    const fault = { name: DamagedEvent.name, stream: 'case-a', revision: 1 };
    await expect(opened.store.readStream('case-a')).rejects.toMatchObject(fault);
    await expect(opened.store.readPage({ limit: 10 })).rejects.toMatchObject(fault);
    await expect(takeUntil(opened.store, {}, isCaughtUp)).rejects.toMatchObject(fault);
  });

  it.each([
    ['changed', (data: Uint8Array) => data.fill(0, -1)],
    ['cut off', (data: Uint8Array) => data.subarray(0, -1)],
  ])('is found when its bytes were %s', async (_how, damage) => {
    await given(opened.store, 'case-a', 2);
    server.log.change(`${opened.namespace}.business-case-a`, 1, (record) => ({
      ...record,
      data: damage(record.data),
    }));
    await expect(opened.store.readStream('case-a')).rejects.toMatchObject({ stream: 'case-a', revision: 1 });
  });

  it('is found where it belongs to another stream', async () => {
    await given(opened.store, 'case-a', 1);
    const { events } = await given(opened.store, 'case-b', 1);
    const [stolen] = server.log.stream(`${opened.namespace}.business-case-b`) ?? [];
    if (!stolen || events.length === 0) throw new Error('not stored');
    const { id, type, data } = stolen;
    server.log.change(`${opened.namespace}.business-case-a`, 0, (record) => ({ ...record, id, type, data }));
    await expect(opened.store.readStream('case-a')).rejects.toThrow('belongs elsewhere');
  });

  it('is missed where a stream was cut off at its beginning', async () => {
    await given(opened.store, 'case-a', 2);
    server.log.truncate(`${opened.namespace}.business-case-a`, 1);
    await expect(opened.store.readStream('case-a')).rejects.toMatchObject({ stream: 'case-a', revision: 0 });
  });
});
