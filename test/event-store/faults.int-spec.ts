import { fsck, OutcomeUnknown, Overloaded, StoreUnavailable } from '@liuhen/event-store';
import { requestFor, sealedChain } from '@liuhen/event-store/testing';
import { appendBySql } from './append-by-sql';
import { Backends } from './backends';
import { HeldLock } from './held-lock';
import { BUSINESS } from './open-store';
import { ProxiedLog } from './proxied-log';

const database = new ProxiedLog();
const backends = new Backends(database);
beforeAll(() => database.create());
afterAll(() => database.drop());

const requestOn = (stream: string) => requestFor(sealedChain(2, { stream }));

const expectStoredOnce = async (events: bigint): Promise<void> => {
  expect(await fsck(database.urls.appUrl, BUSINESS)).toMatchObject({ events, findingCount: 0 });
};

describe('an append', () => {
  it('is stored once when its connection is terminated before the commit', async () => {
    const { store, close } = await database.open();
    const head = await HeldLock.head(database.urls.operatorUrl);
    const result = store.append(requestOn('case-a'));
    await backends.terminate(await backends.until('append', 1, `wait_event_type = 'Lock'`));
    await head.letGo();

    await expect(result).resolves.toEqual({ position: 'business:2', replayed: false });
    await expectStoredOnce(2n);
    await close();
  });

  it('is stored once when the answer is lost after the commit', async () => {
    const { store, close } = await database.open({ url: database.proxiedUrl });
    await store.append(requestOn('case-before')); // The connection is there and the statement prepared.
    database.proxy.loseAnswers(1);

    await expect(store.append(requestOn('case-a'))).resolves.toEqual({
      position: 'business:4',
      replayed: true,
    });
    await expectStoredOnce(4n);
    await close();
  });

  it('is stored once whenever connections break', async () => {
    const { store, close } = await database.open({ url: database.proxiedUrl });
    const requests = Array.from({ length: 200 }, (_, index) => requestOn(`case-${String(index)}`));
    const results = requests.map(async (request, index) => {
      if (index % 20 === 0) database.proxy.cut();
      else if (index % 20 === 10) database.proxy.loseAnswers(1);
      await new Promise(setImmediate);
      return store.append(request);
    });
    expect(new Set((await Promise.all(results)).map(({ position }) => position)).size).toBe(200);
    await expectStoredOnce(400n);
    await close();
  });

  it('is not known to be stored at its deadline once it was sent; the same events tell', async () => {
    const { store, close } = await database.open();
    const head = await HeldLock.head(database.urls.operatorUrl);
    await expect(store.append(requestOn('case-a'), { deadlineMs: 50 })).rejects.toThrow(OutcomeUnknown);
    await head.letGo();

    await expect(store.append(requestOn('case-a'))).resolves.toEqual({
      position: 'business:2',
      replayed: true,
    });
    await close();
  });

  it('is known not to be stored at its deadline if it was never sent', async () => {
    const { store, close } = await database.open({ url: database.proxiedUrl });
    database.proxy.refuse(true);
    await expect(store.append(requestOn('case-a'), { deadlineMs: 50 })).rejects.toThrow(StoreUnavailable);
    database.proxy.refuse(false);

    await expect(store.append(requestOn('case-a'))).resolves.toMatchObject({ replayed: false });
    await close();
  });

  it('waits for a server that comes back in time', async () => {
    const { store, close } = await database.open({ url: database.proxiedUrl });
    database.proxy.refuse(true);
    const result = store.append(requestOn('case-a'));
    await expect(store.readStream('case-a')).rejects.toThrow(StoreUnavailable);
    database.proxy.refuse(false);
    await expect(result).resolves.toMatchObject({ replayed: false });
    await close();
  });

  it('is refused while too many wait, and all that were taken are stored', async () => {
    const { store, close } = await database.open({ limits: { inFlight: 1, queuedRequests: 3 } });
    const head = await HeldLock.head(database.urls.operatorUrl);
    const sent = store.append(requestOn('case-sent'));
    await backends.until('append', 1, `wait_event_type = 'Lock'`);
    const waiting = ['case-a', 'case-b', 'case-c'].map((stream) => store.append(requestOn(stream)));

    const refused: unknown = await store.append(requestOn('case-d')).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(Overloaded);
    await head.letGo();
    await expect(Promise.all([sent, ...waiting])).resolves.toHaveLength(4);
    await expect(store.append(requestOn('case-d'))).resolves.toMatchObject({ replayed: false });
    await close();
  });

  it('is answered before the store is closed', async () => {
    const { store, close } = await database.open();
    const head = await HeldLock.head(database.urls.operatorUrl);
    const results = ['case-a', 'case-b'].map((stream) => store.append(requestOn(stream)));
    await backends.until('append', 1, `wait_event_type = 'Lock'`);
    const closed = close();
    await head.letGo();
    await expect(Promise.all(results)).resolves.toHaveLength(2);
    await closed;
  });
});

describe('a subscription', () => {
  const follow = async (store: Awaited<ReturnType<ProxiedLog['open']>>['store'], signal: AbortSignal) => {
    const items = store.subscribe({ signal })[Symbol.asyncIterator]();
    expect(await items.next()).toMatchObject({ value: { kind: 'caught-up' } });
    return items;
  };
  const revisionOf = (result: IteratorResult<unknown, unknown>) =>
    (result.value as { readonly event: { readonly header: { readonly rev: number } } }).event.header.rev;

  it('goes on when its LISTEN connection was terminated', async () => {
    const { store, another, close } = await database.open();
    const writer = await another();
    const ending = new AbortController();
    const items = await follow(store, ending.signal);
    const listeners = await backends.until('listen', 1);
    await backends.terminate(listeners);
    await writer.append(requestOn('case-a'));

    expect(revisionOf(await items.next())).toBe(0);
    expect(revisionOf(await items.next())).toBe(1);
    expect(await backends.until('listen', 1)).not.toEqual(listeners);
    ending.abort();
    await close();
  });

  it('finds out by itself what nobody announced', async () => {
    const { store, close } = await database.open();
    const ending = new AbortController();
    const items = await follow(store, ending.signal);
    await appendBySql(database.operatorClient, requestOn('case-a').events[0]);
    expect(revisionOf(await items.next())).toBe(0);
    ending.abort();
    await close();
  });

  it('outlasts a server that is away for a while', async () => {
    const { store, another, close } = await database.open({ url: database.proxiedUrl });
    const writer = await another({ url: database.urls.appUrl });
    const ending = new AbortController();
    const items = await follow(store, ending.signal);
    database.proxy.refuse(true);
    await writer.append(requestOn('case-a'));
    const next = items.next();
    database.proxy.refuse(false);
    expect(revisionOf(await next)).toBe(0);
    ending.abort();
    await close();
  });

  it('keeps one LISTEN connection for all of a store, and none when the last has ended', async () => {
    const { store, close } = await database.open();
    const endings = [new AbortController(), new AbortController()];
    const followed = await Promise.all(endings.map(({ signal }) => follow(store, signal)));
    await backends.until('listen', 1);
    for (const ending of endings) ending.abort();
    for (const items of followed) expect(await items.next()).toMatchObject({ done: true });
    await backends.until('listen', 0);
    await close();
  });
});

describe('a store that is closed', () => {
  it('does not wait for a server from which nothing comes any more', async () => {
    const { store, close } = await database.open({ url: database.proxiedUrl });
    await store.append(requestOn('case-a'));
    const items = store.subscribe({ signal: new AbortController().signal })[Symbol.asyncIterator]();
    await items.next();
    await backends.until('listen', 1, `query like 'listen%' and state = 'idle'`);
    database.proxy.silence();
    await expect(close()).resolves.toBeUndefined();
  });
});
