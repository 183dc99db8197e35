import { logIdentity, type EventStore } from '@liuhen/event-store';
import { requestFor, sealedChain, TEST_DEPLOYMENT } from '@liuhen/event-store/testing';
import {
  fromHex,
  headsOf,
  headsStream,
  nodeSuite,
  parseCheckpoint,
  parseNote,
  rootOf,
  toHex,
} from '@liuhen/ledger';
import { chinaDateOf, payloadData, type StoredEvent } from '@liuhen/kernel';
import { systemClock } from '@liuhen/platform';
import { numberingOf } from '../../libs/notary/src/tables/numbering';
import { openStores, ServerUnderTest } from '../eventstoredb/open-store';
import { until } from '../support/until';
import { NotaryDesk } from './support/notary-desk';

interface Numbered {
  readonly leaf: string;
  readonly position: string;
  readonly event: string;
}

const hash = nodeSuite.hash('sha256');
const server = new ServerUnderTest();
beforeAll(() => server.start());
afterAll(() => server.stop());

describe('a notary of a log on EventStoreDB', () => {
  let desk: NotaryDesk;
  let isolated: EventStore;
  beforeEach(async () => {
    desk = new NotaryDesk(async () => {
      const stores = await openStores(server.url);
      isolated = await stores.another({ log: logIdentity(TEST_DEPLOYMENT, 'isolated') });
      return stores;
    });
    await desk.open();
  });
  afterEach(() => desk.close());

  /** Events in the log, among those of another log on the same server. */
  async function append(stream: string, count: number): Promise<void> {
    const between = {
      log: isolated.identity,
      stream: `of-${stream}`,
      header: { recordedAt: systemClock.now() },
    };
    await isolated.append(requestFor(sealedChain(3, between)));
    await desk.append(stream, count);
  }

  const numbered = (): Promise<readonly Numbered[]> =>
    desk.database.query<Numbered>('select leaf, position, event from ledger.numbering order by leaf');
  const logged = async (): Promise<readonly StoredEvent[]> =>
    (await desk.store.readPage({ limit: 10_000 })).events;

  /** What the notary numbered, and what was signed, against what the log has. */
  async function expectAllProven(size: number): Promise<void> {
    const events = await logged();
    expect(await numbered()).toEqual(
      events.map(({ position, header }, leaf) => ({ leaf: String(leaf), position, event: header.id })),
    );
    const [signed] = await desk.database.query<{ readonly note: string }>(
      'select note from ledger.checkpoints order by size desc limit 1',
    );
    const root = rootOf(
      hash,
      events.map(({ leafHash }) => fromHex(leafHash)),
    );
    const checkpoint = parseCheckpoint(parseNote(signed?.note ?? '').text);
    expect([checkpoint.size, toHex(checkpoint.root)]).toEqual([size, toHex(root)]);
  }

  it('numbers the events as they come, and not those of other logs', async () => {
    await append('case-a', 300);
    desk.startNotary();
    await append('case-b', 5);
    await desk.untilCosigned(305);
    await expectAllProven(305);
    expect(await desk.row("select from ledger.numbering where log <> 'business'")).toBeUndefined();
    expect(desk.reports).toEqual([]);
  });

  it('goes on where another has stopped, though places in the log have holes', async () => {
    await append('case-a', 256);
    desk.startNotary();
    await desk.untilCosigned(256);
    await desk.stopNotary();
    for (let index = 0; index < 10; index++) await append(`case-${String(index)}`, 7);
    desk.startNotary();
    await desk.untilCosigned(326);
    await expectAllProven(326);
    expect(desk.reports).toEqual([]);
  });

  it('finds the leaf of an event, and the place of a leaf', async () => {
    await append('case-a', 20);
    desk.startNotary();
    await desk.untilCosigned(20);
    const numbering = numberingOf(desk.database.operatorClient, desk.store);
    const events = await logged();
    for (const [leaf, { header, position }] of events.entries()) {
      expect(await numbering.leafOf(header.id)).toBe(leaf);
      expect(await numbering.positionOf(leaf)).toBe(position);
    }
    expect(await numbering.leafOf('019a0000-0000-7000-8000-000000000000')).toBeUndefined();
    expect([await numbering.positionOf(-1), await numbering.positionOf(20)]).toEqual([undefined, undefined]);
    await desk.stopNotary();
    await append('case-b', 1);
    const withLast = [events[19], (await logged())[20], events[3]].filter((event) => event !== undefined);
    expect(await numbering.leavesOf(withLast)).toEqual([19, undefined, 3]);
  });

  it('records the heads in the log, and their event is a leaf like every other', async () => {
    await append('case-a', 3);
    await append('case-b', 2);
    desk.startNotary(1);
    await until(
      async () => (await desk.row('select from ledger.trees where heads_leaf is not null')) !== undefined,
    );
    expect(await desk.row('select heads_size, heads_streams, heads_leaf from ledger.trees')).toEqual({
      heads_size: '5',
      heads_streams: '2',
      heads_leaf: '5',
    });
    await desk.untilCosigned(6);
    await expectAllProven(6);
    const last = (await logged()).at(-1);
    expect(last?.header).toMatchObject({
      type: 'HeadsRecorded',
      stream: headsStream(chinaDateOf(last?.header.recordedAt ?? '')),
    });
    const { treeSize, treeRoot, streams } = headsOf(payloadData(last?.payloadText ?? ''));
    const before = (await logged()).slice(0, 5).map(({ leafHash }) => fromHex(leafHash));
    expect([treeSize, treeRoot, streams]).toEqual([5, toHex(rootOf(hash, before)), 2]);
  });
});
