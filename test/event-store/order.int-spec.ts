import { fsck, type EventStore } from '@liuhen/event-store';
import { requestFor, sealedChain } from '@liuhen/event-store/testing';
import type { SealedEvent } from '@liuhen/kernel';
import { Follower } from './follower';
import { BUSINESS, LogDatabase, type OpenedStores } from './open-store';

const database = new LogDatabase();
let opened: OpenedStores;
beforeAll(() => database.create());
afterAll(() => database.drop());
beforeEach(async () => {
  opened = await database.open();
});
afterEach(() => opened.close());

describe('the order of a log', () => {
  it('is one for several processes, and each reader sees it growing without a gap', async () => {
    const stores = [opened.store, await opened.another(), await opened.another()];
    const followers = stores.map((store) => new Follower(store));
    await Promise.all(
      stores.flatMap((store, index) => [0, 1, 2, 3].map((lane) => write(store, index, lane))),
    );

    const total = stores.length * 4 * 40;
    const dense = Array.from({ length: total }, (_, index) => `business:${String(index + 1)}`);
    for (const follower of followers)
      expect((await follower.until(total)).map(({ position }) => position)).toEqual(dense);
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
