import { fsck } from '@liuhen/event-store';
import { Follower } from '../follower';
import { BUSINESS, type OpenedStores } from '../open-store';
import type { Session } from '../session';
import { commits, interleavings, play, rollsBack, type Turn, type Writer } from './interleavings';
import { LogUnderTest } from './log-under-test';
import { insertion, NaiveReader } from './naive-log';
import { PlayedLog } from './played-log';

const database = new LogUnderTest();
let sessions: readonly Session[];
let opened: OpenedStores;
let follower: Follower;

beforeAll(async () => {
  await database.create();
  sessions = [await database.connect(), await database.connect(), await database.connect()];
});
beforeEach(async () => {
  opened = await database.open();
  follower = new Follower(opened.store);
});
afterEach(() => opened.close());
afterAll(() => database.drop());

const ALL_COMMIT = [commits('own'), commits('own'), commits('own')];
const ONE_ROLLS_BACK = [commits('own'), commits('own'), rollsBack('own')];
const RIVALS = [commits('shared'), commits('shared'), commits('own')];
const ONE_RIVAL_ROLLS_BACK = [commits('shared'), rollsBack('shared'), commits('own')];
const THIRD_ROLLS_BACK = [commits('shared'), commits('shared'), rollsBack('own')];

describe('three writers, in every order', () => {
  it.each([
    ['all of whom commit', ALL_COMMIT, { orders: 15, skipping: 10 }],
    ['one of whom rolls back', ONE_ROLLS_BACK, { orders: 45, skipping: 15 }],
  ])('%s, are too many for a reader that goes by a sequence', async (_who, writers, expected) => {
    const orders = [...interleavings(writers)];
    let skipping = 0;
    for (const turns of orders) if (await isSkippedBySequence(writers, turns)) skipping++;
    expect({ orders: orders.length, skipping }).toEqual(expected);
  });

  it.each([
    ['each beginning a stream', ALL_COMMIT, { begun: false, orders: 15 }],
    ['each beginning a stream, one of whom rolls back', ONE_ROLLS_BACK, { begun: false, orders: 45 }],
    ['two of them beginning one stream', RIVALS, { begun: false, orders: 45 }],
    [
      'two of them beginning one stream, one of whom rolls back',
      ONE_RIVAL_ROLLS_BACK,
      { begun: false, orders: 90 },
    ],
    [
      'two of them beginning one stream, while the third rolls back',
      THIRD_ROLLS_BACK,
      { begun: false, orders: 45 },
    ],
    ['two of them continuing one stream', RIVALS, { begun: true, orders: 45 }],
    [
      'two of them continuing one stream, one of whom rolls back',
      ONE_RIVAL_ROLLS_BACK,
      { begun: true, orders: 90 },
    ],
  ])(
    '%s, leave one order, of which every reader has the beginning',
    async (_who, writers, { begun, orders }) => {
      const all = [...interleavings(writers)];
      expect(all).toHaveLength(orders);
      for (const [index, turns] of all.entries())
        await checkOneOrder(`case-${String(index)}`, writers, turns, begun);
      expect(await fsck(database.urls.appUrl, BUSINESS)).toMatchObject({ findingCount: 0 });
    },
  );
});

async function checkOneOrder(
  name: string,
  writers: readonly Writer[],
  turns: readonly Turn[],
  begun: boolean,
): Promise<void> {
  const log = new PlayedLog({ database, sessions, follower, store: opened.store }, writers);
  try {
    await log.prepare(name, begun);
    await log.play(turns);
    await log.expectOneOrder();
    log.expectOneRivalAtMost();
  } catch (cause) {
    const order = turns.map(({ writer, step }) => `${String(writers.indexOf(writer))} ${step}`);
    throw new Error(`in the order: ${order.join(', ')}`, { cause });
  }
}

/** Whether the reader has missed what was committed once all have ended. */
async function isSkippedBySequence(writers: readonly Writer[], turns: readonly Turn[]): Promise<boolean> {
  await database.query('truncate public.naive_events');
  const reader = new NaiveReader(database.operatorClient, 'sequence');
  await play(turns, {
    sessions,
    observer: database.operatorClient,
    append: (writer, client) => client.query(insertion(String(writers.indexOf(writer)))),
    look: () => reader.read(),
  });
  return reader.seen.length < writers.filter(({ ending }) => ending === 'commit').length;
}
