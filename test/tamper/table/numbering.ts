import { NOTARY, verifier, type Detection } from '../support/detections';
import { GOLDEN_CASES } from '../support/golden-cases';
import { withRows } from '../support/tampered-rows';
import type { Cells, Tampering } from './cell';

const CASE = GOLDEN_CASES[5] ?? '';

const inNumbering = (
  name: string,
  finds: Tampering['finds'],
  deed: readonly string[],
  detection: Detection = verifier(CASE),
): Tampering => withRows({ name, finds, deed, on: (ground) => ground.numbered() }, detection);

const moved = (from: number, to: number): string =>
  `update numbering set leaf = ${String(to)} where leaf = ${String(from)}`;

export const NUMBERING: Cells<'P9'> = {
  P9: {
    T1: [
      inNumbering('the number of an event', ['evidence-incomplete'], [moved(41, 5_000)]),
      inNumbering(
        'the event of a number',
        ['evidence-incomplete'],
        ['update numbering set event = gen_random_uuid() where leaf = 41'],
      ),
      inNumbering(
        'the position of the last',
        ['NotDerivable'],
        [
          `update numbering set position = (select position from numbering where leaf = 40)
         where leaf = (select max(leaf) - 1 from numbering)`,
        ],
        NOTARY,
      ),
    ],
    T2: [inNumbering('one', ['evidence-incomplete'], ['delete from numbering where leaf = 41'])],
    T4: [
      inNumbering(
        'one',
        ['evidence-incomplete'],
        [
          'alter table numbering drop constraint numbering_log_event_key',
          'insert into numbering select log, 5000, position, event from numbering where leaf = 41',
        ],
      ),
    ],
    T5: [inNumbering('two', ['not-in-tree'], [moved(41, 5_000), moved(42, 41), moved(5_000, 42)])],
    T23: [
      inNumbering(
        'the tree smaller, and its numbers as they were',
        ['NotDerivable'],
        [
          `update trees set size = 200, heads_size = 0, heads_leaf = null,
           position = (select position from numbering where leaf = 199)`,
        ],
        NOTARY,
      ),
    ],
  },
};
