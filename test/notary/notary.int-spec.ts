import { fromHex, nodeSuite, parseCheckpoint, parseNote, rootOf, toHex } from '@liuhen/ledger';
import { declareStart } from '@liuhen/signing';
import { until } from '../support/until';
import { NotaryDesk } from './support/notary-desk';

const hash = nodeSuite.hash('sha256');

describe('a notary', () => {
  let desk: NotaryDesk;
  beforeEach(async () => {
    desk = new NotaryDesk();
    await desk.open();
  });
  afterEach(() => desk.close());

  const sizeOfTree = async (): Promise<number> =>
    Number((await desk.row<{ size: string }>('select size from ledger.trees'))?.size ?? 0);

  const leaves = async (): Promise<readonly Uint8Array[]> =>
    (await desk.store.readPage({ limit: 10_000 })).events.map(({ leafHash }) => fromHex(leafHash));

  const lastNote = async (): Promise<string> =>
    (await desk.row<{ note: string }>('select note from ledger.checkpoints order by start desc, size desc'))
      ?.note ?? '';

  it('has every event of its log in a tree that is signed and cosigned', async () => {
    await desk.append('case-a', 300);
    desk.startNotary();
    await desk.append('case-b', 5);
    await desk.untilCosigned(305);
    const { origin, size, root } = parseCheckpoint(parseNote(await lastNote()).text);
    expect([origin, size]).toEqual(['test.invalid/business', 305]);
    expect(toHex(root)).toBe(toHex(rootOf(hash, await leaves())));
    expect(desk.reports).toEqual([]);
  });

  it('goes on where another has stopped, from the tiles alone', async () => {
    await desk.append('case-a', 300);
    desk.startNotary();
    await desk.untilCosigned(300);
    await desk.stopNotary();
    await desk.append('case-b', 400);
    desk.startNotary();
    await desk.untilCosigned(700);
    const { root } = parseCheckpoint(parseNote(await lastNote()).text);
    expect(toHex(root)).toBe(toHex(rootOf(hash, await leaves())));
  });

  it('lets one of several do the work', async () => {
    desk.startNotary();
    desk.startNotary();
    for (let index = 0; index < 20; index++) await desk.append(`case-${String(index)}`, 10);
    await desk.untilCosigned(200);
    expect(desk.reports).toEqual([]);
  });

  it('goes on from no tile that was changed', async () => {
    await desk.append('case-a', 10);
    desk.startNotary();
    await desk.untilCosigned(10);
    await desk.stopNotary();
    await desk.database.query(
      `update ledger.tiles set hashes = set_byte(hashes, 40, get_byte(hashes, 40) # 1) where level = 0`,
    );
    await desk.append('case-b', 1);
    desk.startNotary();
    expect(await desk.untilReported('failed')).toMatchObject({ error: { name: 'NotDerivable' } });
    expect(await sizeOfTree()).toBe(10);
  });

  it('gets no signature for a log that was put back, until an operator declares a new start', async () => {
    await desk.append('case-a', 5);
    desk.startNotary();
    await desk.untilCosigned(5);
    await desk.stopNotary();
    await desk.database.tamper(
      'truncate events, streams, ledger.trees, ledger.tiles, ledger.checkpoints, ledger.cosignatures',
      `update head set position = 0, recorded_at = '-infinity'`,
    );
    await desk.append('case-other', 7);
    desk.startNotary();
    expect(await desk.untilReported('not-signed')).toMatchObject({ error: { name: 'NotContinued' } });
    expect(await lastNote()).toBe('');
    await desk.stopNotary();
    await desk.stopSigner();
    const declaration = {
      reason: '磁盘损坏，由备份恢复',
      declaredBy: '运维',
      declaredAt: new Date().toISOString(),
    };
    declareStart(desk.signerDirectory, 'test.invalid/business', declaration);
    await desk.startSigner();
    desk.startNotary();
    await until(async () => (await lastNote()) !== '');
    const { origin } = parseCheckpoint(parseNote(await lastNote()).text);
    expect(origin).toBe('test.invalid/business/start-2');
    const [restarted] = await desk.store.readStream('ledger');
    expect(restarted?.payloadText).toContain('磁盘损坏，由备份恢复');
    expect(restarted?.payloadText).toContain('"formerSize",5');
  });

  it('records the heads once for each tree, and none of the heads alone', async () => {
    await desk.append('case-a', 3);
    await desk.append('case-b', 2);
    desk.startNotary(1);
    await until(
      async () => (await desk.row('select from ledger.trees where heads_leaf is not null')) !== undefined,
    );
    const found = await desk.row<Record<string, string>>(
      'select heads_size, heads_streams, heads_leaf from ledger.trees',
    );
    expect(found).toEqual({ heads_size: '5', heads_streams: '2', heads_leaf: '5' });
    await desk.append('case-c', 1);
    await until(async () => (await sizeOfTree()) === 8);
    expect(await desk.row('select heads_size, heads_streams from ledger.trees')).toEqual({
      heads_size: '7',
      heads_streams: '4',
    });
  });
});
