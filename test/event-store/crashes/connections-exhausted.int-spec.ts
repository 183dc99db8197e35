import { setTimeout as delay } from 'node:timers/promises';
import { PostgresEventStore, StoreUnavailable } from '@liuhen/event-store';
import { requestFor, sealedChain } from '@liuhen/event-store/testing';
import { chance, drawSeed } from '../../support/chance';
import { Backends } from '../backends';
import { expectOutlasted } from '../load/expect-outlasted';
import { BUSINESS, LogDatabase } from '../open-store';

const database = new LogDatabase();
const backends = new Backends(database);
beforeAll(() => database.create());
afterAll(() => database.drop());
afterEach(() => allowConnections(-1));

/** As though others had taken the rest; −1: as many as the server has. Those that are there stay. */
async function allowConnections(count: number): Promise<void> {
  const name = new URL(database.urls.appUrl).pathname.slice(1);
  await database.query(`alter database ${name} connection limit ${String(count)}`);
}

const requestOn = (stream: string) => requestFor(sealedChain(2, { stream }));

describe('a store that gets no connection because all are taken', () => {
  it('says so, keeps what may still be stored in time, and goes on by itself', async () => {
    const { store, close } = await database.open();
    await allowConnections(0);
    await backends.terminate();
    const patient = store.append(requestOn('case-patient'));
    await expect(store.append(requestOn('case-a'), { deadlineMs: 100 })).rejects.toThrow(StoreUnavailable);
    await expect(store.readStream('case-a')).rejects.toThrow(StoreUnavailable);
    await expect(store.readPage({ limit: 1 })).rejects.toThrow(StoreUnavailable);
    const another = PostgresEventStore.open({ url: database.urls.appUrl, log: BUSINESS });
    await expect(another).rejects.toThrow(StoreUnavailable);

    await allowConnections(-1);
    await expect(patient).resolves.toMatchObject({ replayed: false });
    await expect(store.append(requestOn('case-a'))).resolves.toMatchObject({ replayed: false });
    expect(await store.readStream('case-patient')).toHaveLength(2);
    await close();
  });

  it('loses nothing under load, however many it is left', async () => {
    const random = chance(drawSeed());
    const { store, close } = await database.open();
    const journal = await expectOutlasted({ url: database.urls.appUrl, store, chance: random }, async () => {
      for (let change = 1; change <= 12; change++) {
        await allowConnections(Math.floor(random() * 5));
        await backends.terminate();
        await delay(random() * 300);
      }
      await allowConnections(-1);
    });
    expect(journal.acknowledged.size).toBeGreaterThan(0);
    await close();
  });
});
