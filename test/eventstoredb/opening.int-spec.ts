import { EventStoreDbEventStore, ForeignLog, logIdentity, StoreUnavailable } from '@liuhen/event-store';
import { TEST_DEPLOYMENT, TEST_LOG } from '@liuhen/event-store/testing';
import { given, idsOf } from '../../libs/event-store/src/testing/contract/store-under-test';
import { openStores } from './open-store';
import { FakeEventStoreDb } from './server';

let server: FakeEventStoreDb;
beforeEach(async () => {
  server = await FakeEventStoreDb.start();
});
afterEach(() => {
  server.faults.clear();
  server.stop();
});

describe('opening a log on EventStoreDB', () => {
  it('founds it once, however many open it at once', async () => {
    const { another, namespace, close } = await openStores(server.url);
    const fresh = `${namespace}x`;
    await Promise.all(Array.from({ length: 10 }, () => another({ namespace: fresh })));
    expect(server.log.stream(`${fresh}.founding-business`)).toHaveLength(1);
    await close();
  });

  it.each([
    ['another origin', logIdentity({ ...TEST_DEPLOYMENT, origin: 'elsewhere.invalid' }, 'business')],
    ['another hash algorithm', logIdentity({ ...TEST_DEPLOYMENT, hash: 'sm3' }, 'business')],
  ])('is refused with %s than it was founded with', async (_difference, log) => {
    const { another, close } = await openStores(server.url);
    await expect(another({ log })).rejects.toThrow(ForeignLog);
    await close();
  });

  it('keeps the logs of a deployment apart on one server', async () => {
    const { store, another, close } = await openStores(server.url);
    const isolated = await another({ log: logIdentity(TEST_DEPLOYMENT, 'isolated') });
    const { events } = await given(store, 'case-a', 2);
    const others = await given(isolated, 'case-a', 1);
    expect(idsOf((await store.readPage({ limit: 10 })).events)).toEqual(idsOf(events));
    expect(idsOf((await isolated.readPage({ limit: 10 })).events)).toEqual(idsOf(others.events));
    await close();
  });

  it('finds the head behind whatever else was stored since', async () => {
    const { store, another, close } = await openStores(server.url);
    const { result } = await given(store, 'case-a', 2);
    const isolated = await another({ log: logIdentity(TEST_DEPLOYMENT, 'isolated') });
    await given(isolated, 'case-a', 3);
    expect(await (await another()).head()).toBe(result.position);
    await close();
  });

  it('looks for the leader where several nodes are named', async () => {
    const { host } = new URL(server.url.replace('esdb:', 'http:'));
    const { store, close } = await openStores(`esdb://${host},127.0.0.1:1?tls=false`);
    await expect(given(store, 'case-a', 1)).resolves.toBeDefined();
    await close();
  });

  it('says that there is no server', async () => {
    await expect(openStores('esdb://127.0.0.1:1?tls=false')).rejects.toThrow(StoreUnavailable);
  });

  it('says that the server is too old to tell where events lie', async () => {
    server.faults.withoutPlaces = true;
    await expect(openStores(server.url)).rejects.toThrow('22.6');
  });

  it('warns of a connection that anybody can listen to', async () => {
    const warnings: string[] = [];
    const { close } = await openStores(server.url, { onWarning: (message) => void warnings.push(message) });
    expect(warnings).toEqual([expect.stringContaining('未加密')]);
    await close();
  });

  it.each(['http://127.0.0.1:2113', 'esdb://root:hunter2@', 'esdb://127.0.0.1:2113'])(
    'refuses %s without repeating a password',
    async (url) => {
      const opening = EventStoreDbEventStore.open({ url, log: TEST_LOG });
      await expect(opening).rejects.toThrow(TypeError);
      await expect(opening).rejects.not.toThrow('hunter2');
    },
  );
});
