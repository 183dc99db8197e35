import { PostgresEventStore } from '@liuhen/event-store';
import { requestFor, sealedChain, TEST_LOG } from '@liuhen/event-store/testing';
import { Client } from 'pg';
import { openBench, type Bench } from '../../read-models/bench';
import { docket, recordCases } from '../../read-models/docket';
import { Follower } from '../follower';
import { HeldLock } from '../held-lock';
import { insertion, NAIVE_LOG, NaiveReader } from './naive-log';

let bench: Bench;
let store: PostgresEventStore;
/** Writes in another database of the same server, and does not come to an end. */
let foreign: HeldLock;

beforeEach(async () => {
  bench = await openBench([docket]);
  store = await PostgresEventStore.open({ url: bench.appUrl, log: TEST_LOG });
  const elsewhere = new URL(bench.operatorUrl);
  elsewhere.pathname = 'postgres';
  foreign = await HeldLock.on(elsewhere.href, 'select pg_current_xact_id()');
});
afterEach(async () => {
  await bench.close();
  await store.close();
});

describe('a transaction in another database', () => {
  it('stops a reader that waits for older transactions', async () => {
    const client = new Client(bench.operatorUrl);
    await client.connect();
    await client.query(NAIVE_LOG);
    await client.query(insertion('committed'));
    const readers = [new NaiveReader(client, 'sequence-if-settled'), new NaiveReader(client, 'transaction')];
    for (const reader of readers) expect(await reader.read()).toEqual([]);
    await foreign.letGo();
    for (const reader of readers) expect(await reader.readUntil(1)).toEqual(['committed']);
    await client.end();
  });

  it('holds up neither pages nor a subscription', async () => {
    const follower = new Follower(store);
    const { position } = await store.append(requestFor(sealedChain(1)));
    expect(await store.readPage({ limit: 1 })).toMatchObject({ scannedTo: position, atHead: true });
    expect(await follower.until(1)).toMatchObject([{ position }]);
    await foreign.letGo();
  });

  it('holds up no read model', async () => {
    const { runner, reports } = bench.newRunner({ stores: { business: store } });
    await runner.start();
    await reports.reached('docket', await recordCases(store, 0, 10));
    expect(await bench.rows('select count(*)::int from read.docket_cases')).toEqual([{ count: 10 }]);
    await foreign.letGo();
  });
});
