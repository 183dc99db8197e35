import { ClockBehind, fsck, WrongRevision } from '@liuhen/event-store';
import { requestFor, sealedChain } from '@liuhen/event-store/testing';
import { HeldLock } from './held-lock';
import { BUSINESS, LogDatabase, type OpenedStores } from './open-store';

const database = new LogDatabase();
beforeAll(() => database.create());
afterAll(() => database.drop());

let opened: OpenedStores;
beforeEach(async () => {
  opened = await database.open();
});
afterEach(() => opened.close());

const begin = (stream: string, changes: Parameters<typeof sealedChain>[1] = {}) =>
  opened.store.append(requestFor(sealedChain(1, { stream, ...changes })));
const streams = (count: number) => Array.from({ length: count }, (_, index) => `case-${String(index)}`);
const findings = async () => (await fsck(database.urls.appUrl, BUSINESS)).findings;

describe('a batch', () => {
  it('is stored although the server cannot take one of its requests', async () => {
    const attempts = streams(20).map((stream, index) =>
      begin(stream, index === 7 ? { header: { type: 'Has\u0000Nul' } } : {}),
    );
    const outcomes = await Promise.allSettled(attempts);
    expect(outcomes.map(({ status }) => status)).toEqual(
      attempts.map((_, index) => (index === 7 ? 'rejected' : 'fulfilled')),
    );
    expect(outcomes[7]).toMatchObject({ reason: { code: '22021' } });
    expect(await opened.store.head()).toBe('business:19');
    expect(await findings()).toEqual([]);
  });

  it('is stored although one of its requests has an id that another stream has', async () => {
    const [taken] = sealedChain(1, { stream: 'case-taken' });
    await opened.store.append(requestFor(taken ? [taken] : []));
    const attempts = streams(5).map((stream, index) =>
      begin(stream, index === 2 ? { header: { id: taken?.header.id ?? '' } } : {}),
    );
    const outcomes = await Promise.allSettled(attempts);
    expect(outcomes.map(({ status }) => status === 'fulfilled')).toEqual([true, true, false, true, true]);
    expect(outcomes[2]).toMatchObject({ reason: { code: '23505' } });
    expect(await findings()).toEqual([]);
  });

  it('answers every kind of request in one go', async () => {
    const chain = sealedChain(3, { stream: 'case-known' });
    await opened.store.append(requestFor(chain.slice(0, 1)));
    const behind = { header: { recordedAt: '2026-02-01T00:00:00.000Z' } };
    const outcomes = await Promise.allSettled([
      begin('case-new'),
      opened.store.append(requestFor(chain.slice(0, 1))),
      opened.store.append(requestFor(chain.slice(1))),
      begin('case-behind', behind),
    ]);
    expect(outcomes).toMatchObject([
      { value: { replayed: false } },
      { value: { replayed: true, position: 'business:1' } },
      { value: { replayed: false } },
      { reason: expect.any(ClockBehind) as unknown },
    ]);
    expect(await opened.store.head()).toBe('business:4');
  });

  it('comes again as a whole, in part and with strangers, and is answered as before', async () => {
    const requests = streams(30).map((stream) => requestFor(sealedChain(2, { stream })));
    const results = await Promise.all(requests.map((request) => opened.store.append(request)));
    const strangers = streams(30).map((stream) => requestFor(sealedChain(2, { stream, seed: 'stranger' })));

    const again = await Promise.allSettled(
      requests.map((request, index) =>
        opened.store.append(index % 2 === 0 ? request : (strangers[index] ?? request)),
      ),
    );
    for (const [index, outcome] of again.entries()) {
      if (index % 2 === 0) expect(outcome).toMatchObject({ value: { ...results[index], replayed: true } });
      else expect(outcome).toMatchObject({ reason: expect.any(WrongRevision) as unknown });
    }
    expect(await opened.store.head()).toBe('business:60');
  });

  it('waits for nobody who holds one of its streams; that request is stored when the stream is free', async () => {
    const [first] = sealedChain(1, { stream: 'case-held' });
    await opened.store.append(requestFor(first ? [first] : []));
    const held = await HeldLock.on(
      database.urls.operatorUrl,
      `select * from log_business.streams where name = 'case-held' for update`,
    );
    let done = false;
    const waiting = begin('case-held', { after: first }).then(() => (done = true));
    await begin('case-free');
    await begin('case-free-too');
    expect(done).toBe(false);
    await held.letGo();
    await waiting;
    expect((await opened.store.readPage({ limit: 10 })).events.map(({ header }) => header.stream)).toEqual([
      'case-held',
      'case-free',
      'case-free-too',
      'case-held',
    ]);
  });

  it('has no request that lags further behind one before it than behind the log', async () => {
    await begin('case-before', { header: { recordedAt: '2026-03-01T04:00:10.000Z' } });
    await Promise.all([
      begin('case-later', { header: { recordedAt: '2026-03-01T04:00:11.000Z' } }),
      begin('case-lagging', { header: { recordedAt: '2026-03-01T04:00:00.000Z' } }),
    ]);
    const { events } = await opened.store.readPage({ limit: 10 });
    expect(events.map(({ header }) => header.stream)).toEqual(['case-before', 'case-lagging', 'case-later']);
  });

  it('may be larger than what is sent at once', async () => {
    const store = await opened.another({ limits: { batchRequests: 7 } });
    const results = await Promise.all(
      streams(100).map((stream) => store.append(requestFor(sealedChain(1, { stream })))),
    );
    expect(new Set(results.map(({ position }) => position)).size).toBe(100);
    expect(await findings()).toEqual([]);
  });
});
