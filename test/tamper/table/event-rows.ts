import { sealedChain } from '../../../libs/event-store/src/testing';
import { BUSINESS } from '../../event-store/open-store';
import {
  AT,
  at,
  edited,
  ENDS_FITTED,
  LAST,
  refitted,
  shifted,
  swapped,
  UNIQUENESS_DROPPED,
} from '../support/deeds';
import { insertEvents, retell } from '../support/retelling';
import { each } from '../support/tampered-bundles';
import { foundByFsck, refusedToApplication } from '../support/tampered-rows';
import type { Cells } from './cell';
import { OTHER_HEADERS } from './event-headers';

/** An event in a stream of its own that nobody has recorded. */
const INVENTED = sealedChain(1, { log: BUSINESS, stream: 'case-（2026）黔01民初7号' });

const gone = (where: string): string => `delete from events where ${where}`;
const copied = (from: number, to: number): string =>
  `insert into events select ${String(to)}, rev, recorded_at, id, leaf, stream, type, header, payload
   from events where ${at(from)}`;

export const EVENT_ROWS: Cells<'P1'> = {
  P1: {
    T1: [
      ...each(
        {
          'another person': edited('p-judge', 'p-other'),
          'a look-alike of a letter': edited('p-judge', 'р-judge'),
          'another court': edited('"court":"黔0102"', '"court":"黔0103"'),
        },
        (sql, name) => foundByFsck(name, ['leaf-mismatch', 'broken-chain', 'tile-mismatch'], [sql], AT),
      ),
      ...each(
        {
          'a space': refitted('"v":1', '"v": 1'),
          'a number written otherwise': refitted('"rev":1', '"rev":1.0'),
          'a letter written otherwise': refitted('p-judge', String.raw`p-\u006audge`),
          'a field written twice': refitted('"v":1', '"v":1,"v":1'),
        },
        (sql, name) => foundByFsck(name, ['invalid-header', 'tile-mismatch'], sql, AT),
      ),
      foundByFsck(
        'another person, with a hash that fits',
        ['broken-chain', 'tile-mismatch'],
        refitted('p-judge', 'p-other'),
        AT + 1,
      ),
      foundByFsck(
        'another person in the last event of a case, with a hash that fits',
        ['stream-drift', 'tile-mismatch', 'checkpoint-mismatch', 'tree-mismatch'],
        refitted('p-judge', 'p-other', 293),
      ),
      refusedToApplication('anything', `update log_business.events set header = '' where ${at(AT)}`),
    ],
    T2: [
      foundByFsck('one', ['missing-position', 'revision-gap', 'broken-chain'], [gone(at(AT))], AT),
      foundByFsck(
        'one, and the others closed up',
        ['revision-gap', 'broken-chain', 'head-drift'],
        [gone(at(AT)), ...shifted(AT + 1, -1)],
        AT,
      ),
      foundByFsck('one, and all made to fit that needs no key', ['tree-ahead', 'tile-mismatch'], (copy) =>
        retell(copy, (event, position) => (position === AT ? undefined : event)),
      ),
      refusedToApplication('one, or all', 'delete from log_business.events', 'truncate log_business.events'),
    ],
    T3: [
      foundByFsck(
        'one between others',
        ['revision-gap', 'duplicate-id', 'head-drift'],
        [...UNIQUENESS_DROPPED, ...shifted(AT, 1), copied(AT + 1, AT)],
      ),
      foundByFsck(
        'one between others, of a case of its own, and all counted anew',
        ['tile-mismatch'],
        async (copy) => {
          await copy.tamper(...shifted(AT, 1));
          await insertEvents(copy, AT, INVENTED);
          await copy.tamper(...ENDS_FITTED);
        },
      ),
      foundByFsck('one at the end', ['head-drift', 'stream-drift'], (copy) =>
        insertEvents(copy, LAST + 1, INVENTED),
      ),
      refusedToApplication(
        'one at the end',
        `insert into log_business.events select * from log_business.events`,
      ),
    ],
    T4: [
      foundByFsck(
        'one at the end',
        ['revision-gap', 'duplicate-id', 'head-drift'],
        [...UNIQUENESS_DROPPED, copied(AT, LAST + 1)],
        LAST + 1,
      ),
    ],
    T5: [
      foundByFsck('two of a case', ['revision-gap', 'broken-chain'], swapped(AT, AT + 1), AT),
      foundByFsck('two of two cases', ['tile-mismatch'], swapped(AT - 2, AT - 1 + 8)),
    ],
    T6: [
      foundByFsck('the last', ['head-drift', 'stream-drift', 'tree-ahead'], [gone(at(LAST))]),
      ...each({ 'the last': LAST, 'back to before the last heads': LAST - 1, 'a third': 198 }, (from, name) =>
        foundByFsck(
          `${name}, and all counted anew`,
          ['tree-ahead', 'checkpoint-ahead'],
          [gone(`position >= ${String(from)}`), ...ENDS_FITTED],
        ),
      ),
      foundByFsck('all', ['tree-ahead', 'checkpoint-ahead'], ['truncate events', ...ENDS_FITTED]),
    ],
    ...OTHER_HEADERS,
  },
};
