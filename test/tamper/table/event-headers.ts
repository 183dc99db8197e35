import { AT, at, refitted, UNIQUENESS_DROPPED } from '../support/deeds';
import { retell } from '../support/retelling';
import { otherPerson } from '../support/retold';
import { each } from '../support/tampered-bundles';
import { foundByFsck } from '../support/tampered-rows';
import type { Cells } from './cell';

const STREAM = 'case-（2026）黔0102民初2号';
const OTHER_STREAM = 'case-（2026）黔01民初1号';

const [TO_ANOTHER, BACK_DATED, COLUMN_TOO] = [
  refitted(`"stream":"${STREAM}"`, `"stream":"${OTHER_STREAM}"`),
  refitted('"recordedAt":"20', '"recordedAt":"19'),
  `update events set recorded_at = recorded_at - interval '100 years' where ${at(AT)}`,
];

/** Headers that say something else of the same events. */
export const OTHER_HEADERS: Omit<Cells<'P1'>['P1'], 'T1' | 'T2' | 'T3' | 'T4' | 'T5' | 'T6'> = {
  T8: [
    foundByFsck('from an event on, with another person', ['tile-mismatch', 'checkpoint-mismatch'], (copy) =>
      retell(copy, otherPerson),
    ),
  ],
  T11: [
    foundByFsck('to another century', ['column-drift', 'clock-decreases', 'broken-chain'], BACK_DATED, AT),
    foundByFsck(
      'to another century, in the column too',
      ['clock-decreases', 'broken-chain'],
      [...BACK_DATED, COLUMN_TOO],
      AT,
    ),
    foundByFsck('to another century, and all made to fit that needs no key', ['tile-mismatch'], (copy) =>
      retell(copy, ({ header, payloadText }) => ({
        payloadText,
        header: header.stream === STREAM ? { ...header, recordedAt: '1996-03-01T01:00:00.000Z' } : header,
      })),
    ),
  ],
  T14: [
    foundByFsck('by its header', ['column-drift', 'revision-gap', 'broken-chain'], TO_ANOTHER, AT),
    foundByFsck('with everything made to fit that needs no key', ['tile-mismatch'], (copy) =>
      retell(copy, ({ header, payloadText }, position) => ({
        payloadText,
        header: position === AT ? { ...header, stream: OTHER_STREAM } : header,
      })),
    ),
  ],
  T17: [
    foundByFsck(
      'an inner node as a header',
      ['leaf-mismatch', 'invalid-header', 'tile-mismatch'],
      [
        `update events set header = (select encode(substring(hashes from 1 for 32), 'hex') from ledger.tiles
         where (level, index) = (1, 0)) where ${at(AT)}`,
      ],
      AT,
    ),
    foundByFsck(
      'an inner node as the hash of a leaf',
      ['leaf-mismatch'],
      [
        `update events set leaf = (select substring(hashes from 1 for 32) from ledger.tiles
         where (level, index) = (1, 0)) where ${at(AT)}`,
      ],
      AT,
    ),
  ],
  T25: [
    foundByFsck(
      'a gap',
      ['revision-gap', 'broken-chain'],
      [...refitted('"rev":1', '"rev":99'), `update events set rev = 99 where ${at(AT)}`],
      AT,
    ),
    foundByFsck(
      'one that is there twice',
      ['revision-gap', 'broken-chain'],
      [...UNIQUENESS_DROPPED, ...refitted('"rev":1', '"rev":0'), `update events set rev = 0 where ${at(AT)}`],
      AT,
    ),
  ],
  T28: each(
    {
      'another version': refitted('"v":1', '"v":2'),
      'another field': refitted('"v":1', '"v":1,"w":1'),
      'a field left out': refitted('"secrecy":"open",', ''),
    },
    (sql, name) => foundByFsck(name, ['invalid-header', 'tile-mismatch'], sql, AT),
  ),
};
