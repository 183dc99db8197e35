import { turned } from '../support/deeds';
import { each } from '../support/tampered-bundles';
import { foundByFsck } from '../support/tampered-rows';
import type { Cells } from './cell';

const [FULL, EDGE, ABOVE] = ['(level, index) = (0, 0)', '(level, index) = (0, 1)', '(level, index) = (1, 0)'];

const hashes = (change: string, where: string): readonly string[] => [
  `update tiles set hashes = ${change} where ${where}`,
];

export const TILE_ROWS: Cells<'P10' | 'P11'> = {
  P10: {
    T1: each({ 'in a full tile': FULL, 'in the last tile': EDGE }, (where, name) =>
      foundByFsck(name, ['tile-mismatch'], [turned('tiles', 'hashes', 40, where)]),
    ),
    T2: each({ 'a full tile': FULL, 'the last tile': EDGE }, (where, name) =>
      foundByFsck(name, ['tile-mismatch'], [`delete from tiles where ${where}`]),
    ),
    T5: [
      foundByFsck(
        'two tiles',
        ['tile-mismatch'],
        [
          `update tiles set index = 7 where ${FULL}`,
          `update tiles set index = 0 where ${EDGE}`,
          'update tiles set index = 1 where index = 7',
        ],
      ),
      foundByFsck(
        'two hashes',
        ['tile-mismatch'],
        hashes(
          'substring(hashes from 33 for 32) || substring(hashes for 32) || substring(hashes from 65)',
          FULL,
        ),
      ),
    ],
    T27: [
      foundByFsck(
        'a full tile that is narrower',
        ['tile-mismatch'],
        hashes('substring(hashes for 32 * 255)', FULL),
      ),
      foundByFsck(
        'the last tile, narrower',
        ['tile-mismatch'],
        hashes('substring(hashes for 32 * 39)', EDGE),
      ),
      foundByFsck(
        'the last tile, wider',
        ['tile-unknown'],
        hashes(`hashes || substring(hashes for 32)`, EDGE),
      ),
    ],
  },
  P11: {
    T1: [foundByFsck('a bit', ['tile-mismatch'], [turned('tiles', 'hashes', 31, ABOVE)])],
    T2: [foundByFsck('a tile', ['tile-mismatch'], [`delete from tiles where ${ABOVE}`])],
    T5: [
      foundByFsck(
        'tiles of two levels',
        ['tile-mismatch'],
        [
          `update tiles set level = 7 where ${EDGE}`,
          `update tiles set level = 0, index = 1 where ${ABOVE}`,
          'update tiles set level = 1, index = 0 where level = 7',
        ],
      ),
    ],
    T27: [
      foundByFsck('a tile that is wider', ['tile-unknown'], hashes('hashes || hashes', ABOVE)),
      foundByFsck(
        'a tile beyond the tree',
        ['tile-unknown'],
        [`insert into tiles select log, 2, 0, hashes from tiles where ${ABOVE}`],
      ),
    ],
  },
};
