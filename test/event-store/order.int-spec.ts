import { fsck, type EventStore } from '@liuhen/event-store';
import { requestFor, sealedChain } from '@liuhen/event-store/testing';
import type { SealedEvent } from '@liuhen/kernel';
import { Client } from 'pg';
import { appendBySql } from './append-by-sql';
import { BUSINESS, LogDatabase, type OpenedStores } from './open-store';

const database = new LogDatabase();
let opened: OpenedStores;
beforeAll(() => database.create());
afterAll(() => database.drop());
beforeEach(async () => {
  opened = await database.open();
});
afterEach(() => opened.close());

/** Appends by the SQL function in a transaction that stays open. */
async function appendWithoutCommit(stream: string): Promise<Client> {
  const client = new Client(database.urls.appUrl);
  await client.connect();
  await client.query('begin');
  await appendBySql(client, sealedChain(1, { stream })[0]);
  return client;
}

const numbersOf = async (store: EventStore): Promise<readonly number[]> =>
  (await store.readPage({ limit: 10_000 })).events.map(({ position }) => Number(position.split(':')[1]));

describe('the order of a log', () => {
  it.each(['commit', 'rollback'])(
    'has no hole and no latecomer when an open transaction ends by %s',
    async (ending) => {
      const open = await appendWithoutCommit('case-open');
      const result = opened.store.append(requestFor(sealedChain(1, { stream: 'case-b' })));
      expect(await numbersOf(opened.store)).toEqual([]);
      await open.query(ending);
      await open.end();
      await result;
      expect(await numbersOf(opened.store)).toEqual(ending === 'commit' ? [1, 2] : [1]);
    },
  );

  it('waits for nobody who writes in another database', async () => {
    const elsewhere = new URL(database.urls.operatorUrl);
    elsewhere.pathname = 'postgres';
    const foreign = new Client(elsewhere.href);
    await foreign.connect();
    await foreign.query('begin');
    await foreign.query('select pg_current_xact_id()');
    await opened.store.append(requestFor(sealedChain(1, { stream: 'case-a' })));
    expect(await numbersOf(opened.store)).toEqual([1]);
    await foreign.end();
  });

  it('is one for several processes, and each reader sees it growing without a gap', async () => {
    const stores = [opened.store, await opened.another(), await opened.another()];
    const ending = new AbortController();
    const readers = stores.map((store) => watch(store, ending.signal));
    await Promise.all(
      stores.flatMap((store, index) => [0, 1, 2, 3].map((lane) => write(store, index, lane))),
    );

    const total = stores.length * 4 * 40;
    const seen = await Promise.all(readers.map((reader) => reader.until(total)));
    ending.abort();
    const dense = Array.from({ length: total }, (_, index) => index + 1);
    for (const numbers of seen) expect(numbers).toEqual(dense);
    expect(await fsck(database.urls.appUrl, BUSINESS)).toMatchObject({
      events: BigInt(total),
      findingCount: 0,
    });
  });

  it('lets several processes race on one stream, of which exactly one wins each revision', async () => {
    const stores = [opened.store, await opened.another()];
    await Promise.all(stores.map((store, index) => compete(store, `process ${String(index)}`)));
    const stored = await opened.store.readStream('case-hot');
    expect(stored).toHaveLength(40);
    expect(await fsck(database.urls.appUrl, BUSINESS)).toMatchObject({ events: 40n, findingCount: 0 });
  });
});

async function write(store: EventStore, process: number, lane: number): Promise<void> {
  let last: SealedEvent | undefined;
  for (let count = 0; count < 40; count++) {
    const events = sealedChain(1, { stream: `case-${String(process)}-${String(lane)}`, after: last });
    await store.append(requestFor(events));
    last = events[0];
  }
}

/** Twenty events of its own on the hot stream, however often another is first. */
async function compete(store: EventStore, seed: string): Promise<void> {
  for (let won = 0; won < 20;) {
    const history = await store.readStream('case-hot');
    const events = sealedChain(1, { stream: 'case-hot', after: history.at(-1), seed });
    const result = await store.append(requestFor(events)).catch(() => undefined);
    if (result) won++;
  }
}

function watch(store: EventStore, signal: AbortSignal) {
  const items = store.subscribe({ signal })[Symbol.asyncIterator]();
  return {
    until: async (count: number): Promise<readonly number[]> => {
      const numbers: number[] = [];
      while (numbers.length < count) {
        const { value, done } = await items.next();
        if (done === true) break;
        if (value.kind === 'event') numbers.push(Number(value.event.position.split(':')[1]));
      }
      return numbers;
    },
  };
}
