import { fromHex, nodeSuite, parseCheckpoint, parseNote, rootOf, toHex } from '@liuhen/ledger';
import { HeldLock } from '../event-store/held-lock';
import { openStores, ServerUnderTest } from '../eventstoredb/open-store';
import { until } from '../support/until';
import { NotaryDesk } from './support/notary-desk';

const SUITE_HASH = nodeSuite.hash('sha256');
const TABLES = ['trees', 'tiles', 'checkpoints', 'heads_pages'];

const CUT_OFF_WAITING = `
  select pg_terminate_backend(pid) from pg_stat_activity
  where datname = current_database() and application_name = 'liuhen business notary' and wait_event_type = 'Lock'`;

const server = new ServerUnderTest();
beforeAll(() => server.start());
afterAll(() => server.stop());

describe.each([
  ['PostgreSQL', () => new NotaryDesk(), TABLES],
  ['EventStoreDB', () => new NotaryDesk(() => openStores(server.url)), [...TABLES, 'numbering']],
])('a notary of a log on %s that is cut off', (_, newDesk, tables) => {
  let desk: NotaryDesk;
  beforeEach(async () => {
    desk = newDesk();
    await desk.open();
  });
  afterEach(() => desk.close());

  /** Ends the connection of the notary that is at work just when it is about to write into a table. */
  async function cutOffAt(table: string, notaries = 1): Promise<void> {
    const lock = await HeldLock.on(
      desk.database.urls.operatorUrl,
      `lock table ledger.${table} in exclusive mode`,
    );
    for (let started = 0; started < notaries; started++) desk.startNotary(1);
    await until(async () => (await desk.row(CUT_OFF_WAITING)) !== undefined);
    await lock.letGo();
  }

  /** Tree, tiles, checkpoint and heads of the whole log, each thing once. */
  async function expectWhole(): Promise<void> {
    await until(
      async () => (await desk.row('select from ledger.trees where heads_leaf = size - 1')) !== undefined,
    );
    const { events } = await desk.store.readPage({ limit: 10_000 });
    await desk.untilCosigned(events.length);
    const root = toHex(
      rootOf(
        SUITE_HASH,
        events.map(({ leafHash }) => fromHex(leafHash)),
      ),
    );
    const tree = await desk.row<{ readonly size: string; readonly root: Buffer }>(
      'select size, root from ledger.trees',
    );
    expect([tree?.size, toHex(tree?.root ?? new Uint8Array())]).toEqual([String(events.length), root]);
    const signed = await desk.row<{ readonly note: string }>(
      'select note from ledger.checkpoints order by size desc limit 1',
    );
    const checkpoint = parseCheckpoint(parseNote(signed?.note ?? '').text);
    expect([checkpoint.size, toHex(checkpoint.root)]).toEqual([events.length, root]);
    const tiles = await desk.database.query<{ readonly hashes: Buffer }>(
      'select hashes from ledger.tiles where level = 0 order by index',
    );
    expect(Buffer.concat(tiles.map(({ hashes }) => hashes)).toString('hex')).toBe(
      events.map(({ leafHash }) => leafHash).join(''),
    );
    const recorded = events.filter(({ header }) => header.type === 'HeadsRecorded');
    expect(new Set(recorded.map(({ payloadText }) => payloadText)).size).toBe(recorded.length);
  }

  it.each(tables)('at the table of %s goes on from what is whole', async (table) => {
    await desk.append('case-a', 300);
    await cutOffAt(table);
    await desk.append('case-b', 7);
    await expectWhole();
    expect(desk.reports.filter(({ kind }) => kind === 'failed')).toHaveLength(1);
  });

  it('is followed by another that waited, which goes on from what is whole', async () => {
    await desk.append('case-a', 300);
    await cutOffAt('tiles', 2);
    await desk.append('case-b', 7);
    await expectWhole();
  });
});
