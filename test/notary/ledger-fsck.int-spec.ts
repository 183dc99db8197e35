import type { Policy } from '@liuhen/ledger';
import { checkLedger, type LedgerFindingKind } from '@liuhen/notary';
import { until } from '../support/until';
import { NotaryDesk } from './support/notary-desk';

const FLIPPED = (column: string, at: number): string =>
  `${column} = set_byte(${column}, ${String(at)}, get_byte(${column}, ${String(at)}) # 1)`;

describe('fsck of a ledger', () => {
  let desk: NotaryDesk;
  beforeEach(async () => {
    desk = new NotaryDesk();
    await desk.open();
    await desk.append('case-a', 300);
    await desk.append('case-b', 3);
    desk.startNotary(1);
    await until(
      async () => (await desk.row('select from ledger.trees where heads_leaf = 303')) !== undefined,
    );
    await desk.untilCosigned(304);
    await desk.stopNotary();
  });
  afterEach(() => desk.close());

  const found = async (policy?: Policy): Promise<readonly LedgerFindingKind[]> => {
    const kinds: LedgerFindingKind[] = [];
    for await (const { kind } of checkLedger(desk.store, desk.database.operatorClient, policy))
      kinds.push(kind);
    return [...new Set(kinds)];
  };

  it('finds nothing where all follows from the log', async () => {
    expect(await found()).toEqual([]);
    expect(await found(desk.policy(1))).toEqual([]);
  });

  it('finds nothing while the notary is at work', async () => {
    desk.startNotary(1);
    for (let round = 0; round < 5; round++) {
      await desk.append(`case-busy-${String(round)}`, 100);
      expect(await found(desk.policy(1))).toEqual([]);
    }
  });

  it('takes signatures as they are of whom it does not know', async () => {
    const forged = `line = (select line from ledger.cosignatures order by size limit 1), signed_at = signed_at + 1`;
    await desk.database.tamper(`update ledger.cosignatures set ${forged}`);
    expect(await found()).toEqual([]);
    expect(await found({ ...desk.policy(1), witnesses: [] })).toEqual([]);
    expect(await found(desk.policy(1))).toEqual(['cosignature-mismatch']);
  });

  const header = `header = replace(header, '"case-a"', '"case-x"')`;
  it.each<readonly [string, string, readonly LedgerFindingKind[]]>([
    [
      'a header that a superuser changed',
      `update log_business.events set ${header} where position = 7`,
      ['tile-mismatch', 'checkpoint-mismatch', 'tree-mismatch'],
    ],
    [
      'a hash in a full tile',
      `update ledger.tiles set ${FLIPPED('hashes', 40)} where level = 0 and index = 0`,
      ['tile-mismatch'],
    ],
    [
      'a hash in the last tile',
      `update ledger.tiles set ${FLIPPED('hashes', 0)} where level = 0 and index = 1`,
      ['tile-mismatch'],
    ],
    [
      'a hash in a tile above',
      `update ledger.tiles set ${FLIPPED('hashes', 31)} where level = 1`,
      ['tile-mismatch'],
    ],
    ['a tile that is gone', 'delete from ledger.tiles where level = 0 and index = 0', ['tile-mismatch']],
    ['the root of the tree', `update ledger.trees set ${FLIPPED('root', 0)}`, ['tree-mismatch']],
    [
      'a page of the map of heads',
      `update ledger.heads_pages set ${FLIPPED('content', 50)}`,
      ['heads-mismatch'],
    ],
    [
      'the root of the map of heads',
      `update ledger.trees set ${FLIPPED('heads_root', 5)}`,
      ['heads-mismatch'],
    ],
    [
      'a checkpoint of another tree',
      `update ledger.checkpoints set note = (select note from ledger.checkpoints order by size limit 1)
       where size = (select max(size) from ledger.checkpoints)
         and size > (select min(size) from ledger.checkpoints)`,
      ['checkpoint-mismatch'],
    ],
    [
      'an end of the log that is gone',
      'delete from log_business.events where position > 290; update log_business.head set position = 290',
      ['checkpoint-ahead', 'tree-ahead'],
    ],
    [
      'a head before the log’s beginning',
      'update log_business.head set position = -1',
      ['checkpoint-ahead', 'tree-ahead'],
    ],
    [
      'a page that is none of the map',
      `insert into ledger.heads_pages values ('business', 'f', 'x')`,
      ['heads-mismatch'],
    ],
    ['another event that records the heads', 'update ledger.trees set heads_leaf = null', ['heads-mismatch']],
    ['another place of the last event', `update ledger.trees set position = 'business:1'`, ['tree-mismatch']],
    ['a start that nobody declared', 'update ledger.trees set start = 2', ['start-mismatch']],
    ['a tree that is gone', 'delete from ledger.trees', ['tree-missing']],
    [
      'a tile of a larger tree',
      `insert into ledger.tiles select log, level, index + 1, hashes from ledger.tiles where level = 1`,
      ['tile-unknown'],
    ],
    [
      'another size in a checkpoint',
      `update ledger.checkpoints set note = replace(note, chr(10) || size || chr(10), chr(10) || size + 1 || chr(10))`,
      ['checkpoint-mismatch', 'cosignature-mismatch'],
    ],
    [
      'a checkpoint that is none',
      `update ledger.checkpoints set note = note || 'x'`,
      ['checkpoint-mismatch', 'cosignature-mismatch'],
    ],
    [
      'a signature of the log that does not hold',
      `update ledger.checkpoints set note = regexp_replace(note, '.{6}=\n$', 'AAAAAA=' || chr(10))`,
      ['checkpoint-mismatch'],
    ],
    [
      'a cosigner who did not sign',
      `update ledger.cosignatures set cosigner = 'x'`,
      ['cosignature-mismatch'],
    ],
    ['a cosigned checkpoint that is gone', 'delete from ledger.checkpoints', ['cosignature-mismatch']],
    ['a row of no log', `update ledger.cosignatures set log = 'other'`, ['foreign-rows']],
    [
      'a header that is none',
      `update log_business.events set header = 'x' where position = 7`,
      ['tile-mismatch', 'tree-mismatch'],
    ],
  ])('finds %s', async (_, tampering, kinds) => {
    await desk.database.tamper(tampering);
    expect([...(await found(desk.policy(1)))].sort()).toEqual(expect.arrayContaining([...kinds].sort()));
  });
});
