import { LAST, turned } from '../support/deeds';
import { FSCK, SIGNER, verifier } from '../support/detections';
import { lyingHeads } from '../support/lying-heads';
import { CASE, madeToFit, UNCONNECTED } from '../support/made-to-fit';
import { signed } from '../support/retold';
import { each } from '../support/tampered-bundles';
import { foundByFsck, withRows } from '../support/tampered-rows';
import type { Cells } from './cell';

export const HEADS: Cells<'P16'> = {
  P16: {
    T1: [
      foundByFsck(
        'the content of the event',
        ['payload-mismatch'],
        [
          `update events set payload = replace(payload, '"streams",', '"streams",1') where position = ${String(LAST)}`,
        ],
        LAST,
      ),
      ...each(
        {
          'a page of the map': turned('heads_pages', 'content', 50, 'true'),
          'the root of the map': turned('trees', 'heads_root', 5, 'true'),
          'how many streams there are': 'update trees set heads_streams = heads_streams + 1',
          'which event records it': 'update trees set heads_leaf = null',
          'for which tree it speaks': 'update trees set heads_size = heads_size - 1',
        },
        (sql, name) => foundByFsck(name, ['heads-mismatch'], [sql]),
      ),
    ],
    T2: [
      foundByFsck(
        'the event',
        ['head-drift', 'tree-ahead'],
        [`delete from events where position = ${String(LAST)}`],
      ),
      foundByFsck('the pages of the map', ['heads-mismatch'], ['delete from heads_pages']),
    ],
    T6: madeToFit(
      'all after earlier heads',
      (event, position) => (position <= 197 ? event : undefined),
      UNCONNECTED,
    ),
    T30: [
      withRows(
        {
          name: 'another root, in a log that is made to fit',
          ...{ finds: ['heads-mismatch'], deed: lyingHeads },
        },
        FSCK,
      ),
      withRows(
        {
          name: 'another root, in a log that is made to fit, to be signed',
          ...{ finds: ['conflict'], deed: lyingHeads },
        },
        SIGNER,
      ),
      withRows(
        {
          name: 'another root, in a log that is made to fit and signed',
          ...{ power: 'C', finds: ['head-proof-wrong'], deed: signed(lyingHeads) },
        },
        verifier(CASE),
      ),
    ],
  },
};
