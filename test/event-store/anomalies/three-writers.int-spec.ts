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

  describe.each([
    ['begin streams', false],
    ['continue streams', true],
  ])('who %s', (_what, begun) => {
    it.each([
      ['each on a stream of its own', ALL_COMMIT, 15],
      ['each on a stream of its own, one of which rolls back', ONE_ROLLS_BACK, 45],
      ['two of them on one stream', RIVALS, 45],
      ['two of them on one stream, one of which rolls back', ONE_RIVAL_ROLLS_BACK, 90],
      ['two of them on one stream, while the third rolls back', THIRD_ROLLS_BACK, 45],
    ])('%s, leave one order, of which every reader has the beginning', async (_who, writers, count) => {
      const orders = [...interleavings(writers)];
      expect(orders).toHaveLength(count);
      for (const [index, turns] of orders.entries()) {
        const run = new PlayedLog({ database, sessions, follower, store: opened.store }, writers);
        await run.prepare(`case-${String(index)}`, begun);
        await run.play(turns);
        await run.expectOneOrder();
        run.expectOneRivalAtMost();
      }
      expect(await fsck(database.urls.appUrl, BUSINESS)).toMatchObject({ findingCount: 0 });
    });
  });
});

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
