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

  const found = async (): Promise<readonly LedgerFindingKind[]> => {
    const kinds: LedgerFindingKind[] = [];
    for await (const { kind } of checkLedger(desk.store, desk.database.operatorClient)) kinds.push(kind);
    return [...new Set(kinds)];
  };

  it('finds nothing where all follows from the log', async () => {
    expect(await found()).toEqual([]);
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
  ])('finds %s', async (_, tampering, kinds) => {
    await desk.database.tamper(tampering);
    expect([...(await found())].sort()).toEqual(expect.arrayContaining([...kinds].sort()));
  });
});
