import { sealedChain } from '@liuhen/event-store/testing';
import type { SealedEvent } from '@liuhen/kernel';
import { idsOf } from '../../../libs/event-store/src/testing/contract/store-under-test';
import { appendBySql } from '../append-by-sql';
import { Follower } from '../follower';
import type { OpenedStores } from '../open-store';
import type { Session } from '../session';
import { LogUnderTest } from './log-under-test';
import { insertion, NaiveReader } from './naive-log';

const TAKE_AN_ID = 'select pg_current_xact_id()';

const database = new LogUnderTest();
let older: Session;
let younger: Session;
let opened: OpenedStores;
let follower: Follower;

beforeAll(async () => {
  await database.create();
  older = await database.connect();
  younger = await database.connect();
});
beforeEach(async () => {
  opened = await database.open();
  follower = new Follower(opened.store);
});
afterEach(() => opened.close());
afterAll(() => database.drop());

const append = (writer: Session, event: SealedEvent | undefined) =>
  writer.step((client) => appendBySql(client, event));
const beginning = (stream: string) => sealedChain(1, { stream });

/** A page has these events and no more, at once, and so has the subscription. */
async function expectReadersToHave(...events: readonly SealedEvent[]): Promise<void> {
  const page = await opened.store.readPage({ limit: 100 });
  expect(idsOf(page.events)).toEqual(idsOf(events));
  expect(page.events.map(({ position }) => position)).toEqual(
    events.map((_, index) => `business:${String(index + 1)}`),
  );
  await database.announce();
  expect(idsOf(await follower.until(events.length))).toEqual(idsOf(events));
}

describe('an event that is inserted first and committed last', () => {
  it('is skipped by a reader that goes by a sequence', async () => {
    const reader = new NaiveReader(database.operatorClient, 'sequence');
    await older.run('begin', insertion('first'));
    await younger.run(insertion('second'));
    expect(await reader.read()).toEqual(['second']);
    await older.run('commit');
    expect(await reader.read()).toEqual(['second']);
  });

  it.each(['commit', 'rollback'])(
    'comes first in the log, where the next one waits for its %s',
    async (ending) => {
      const [first, second] = [beginning('case-first'), beginning('case-second')];
      await older.run('begin');
      await append(older, first[0]);
      const waiting = append(younger, second[0]);
      expect(await younger.waitsFor(database.operatorClient)).toEqual([older.pid]);
      await expectReadersToHave();
      await older.run(ending);
      await waiting;
      await expectReadersToHave(...(ending === 'commit' ? first : []), ...second);
    },
  );
});

describe('an event whose writer is the younger, though it was inserted first', () => {
  it('is skipped by a reader that goes by a sequence, although it waits for older writers', async () => {
    const reader = new NaiveReader(database.operatorClient, 'sequence-if-settled');
    await older.run('begin', TAKE_AN_ID);
    await younger.run('begin', insertion('first'));
    await older.run(insertion('second'), 'commit');
    expect(await reader.readUntil(1)).toEqual(['second']);
    await younger.run('commit');
    const last = new NaiveReader(database.operatorClient, 'sequence-if-settled');
    expect(await last.readUntil(2)).toEqual(['first', 'second']);
    expect(await reader.read()).toEqual(['second']);
  });

  it('comes first in the log, where the older writer waits for it', async () => {
    const [first, second] = [beginning('case-first'), beginning('case-second')];
    await older.run('begin', TAKE_AN_ID);
    await younger.run('begin');
    await append(younger, first[0]);
    const waiting = append(older, second[0]);
    expect(await older.waitsFor(database.operatorClient)).toEqual([younger.pid]);
    await expectReadersToHave();
    await younger.run('commit');
    await waiting;
    await expectReadersToHave(...first);
    await older.run('commit');
    await expectReadersToHave(...first, ...second);
  });
});

describe('a stream that an older transaction continues after a younger one', () => {
  it('is turned round by a reader that goes by transaction ids', async () => {
    const reader = new NaiveReader(database.operatorClient, 'transaction');
    await older.run('begin', TAKE_AN_ID);
    await younger.run(insertion('revision 0'));
    expect(await reader.read()).toEqual([]);
    await older.run(insertion('revision 1'), 'commit');
    expect(await reader.readUntil(2)).toEqual(['revision 1', 'revision 0']);
  });

  it('keeps its order in the log, and is read before the older one has ended', async () => {
    const chain = sealedChain(2, { stream: 'case-continued' });
    await older.run('begin', TAKE_AN_ID);
    await append(younger, chain[0]);
    await expectReadersToHave(...chain.slice(0, 1));
    await append(older, chain[1]);
    await older.run('commit');
    await expectReadersToHave(...chain);
  });
});
