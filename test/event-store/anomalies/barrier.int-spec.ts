import { sealedChain } from '@liuhen/event-store/testing';
import { appendBySql } from '../append-by-sql';
import { Follower } from '../follower';
import type { Session } from '../session';
import { LogUnderTest } from './log-under-test';
import { insertion, NaiveReader } from './naive-log';

const database = new LogUnderTest();
let slow: Session;
let quick: Session;
let reading: Session;

beforeAll(async () => {
  await database.create();
  slow = await database.connect();
  quick = await database.connect();
  reading = await database.connect();
});
afterAll(() => database.drop());

/** Taken by writers together, by a reader alone: PaulGrimshaw/dcb-event-store#90. */
const ENTER = 'select pg_advisory_xact_lock_shared(1)';
const WAIT_FOR_ALL = 'select pg_advisory_xact_lock(1)';

describe('a reader, while a writer takes its time', () => {
  it('waits for it at a barrier, and keeps out writers who would wait for nobody', async () => {
    await slow.run('begin', ENTER, insertion('slow'));
    const waiting = reading.run('begin', WAIT_FOR_ALL);
    expect(await reading.waitsFor(database.operatorClient)).toEqual([slow.pid]);
    const keptOut = quick.run('begin', ENTER, insertion('quick'), 'commit');
    expect(await quick.waitsFor(database.operatorClient)).toEqual([reading.pid]);

    await slow.run('commit');
    await waiting;
    const seen = reading.step((client) => new NaiveReader(client, 'sequence').read());
    expect(await seen).toEqual(['slow']);
    await reading.run('commit');
    await keptOut;
  });

  it('waits for nobody in the log, and keeps out nobody', async () => {
    const { store, close } = await database.open();
    const follower = new Follower(store);
    const begin = (writer: Session, stream: string) =>
      writer.step((client) => appendBySql(client, sealedChain(1, { stream })[0]));
    await begin(quick, 'case-before');
    await slow.run('begin');
    await begin(slow, 'case-slow');
    await reading.run('begin isolation level repeatable read', 'select * from log_business.events');
    const next = begin(quick, 'case-next');
    expect((await store.readPage({ limit: 10 })).events).toHaveLength(1);
    await database.announce();
    expect(await follower.until(1)).toHaveLength(1);
    expect(await quick.waitsFor(database.operatorClient)).toEqual([slow.pid]);

    await slow.run('commit');
    expect(await next).toMatchObject({ answer: 'stored' });
    await database.announce();
    expect((await follower.until(3)).map(({ header }) => header.stream)).toEqual([
      'case-before',
      'case-slow',
      'case-next',
    ]);
    await reading.run('commit');
    await close();
  });
});
