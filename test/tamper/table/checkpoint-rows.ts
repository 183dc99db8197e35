import { LAST } from '../support/deeds';
import { verifier } from '../support/detections';
import { GOLDEN_CASES } from '../support/golden-cases';
import { each } from '../support/tampered-bundles';
import { foundByFsck, noticed } from '../support/tampered-rows';
import { elsewhere, type Cells } from './cell';

const [CASE = ''] = GOLDEN_CASES;
const foundInEvidence = noticed(verifier(CASE));

const [LAST_ONE, FIRST_ONE] = ['(start, size) = (2, 296)', '(start, size) = (1, 97)'];

const note = (change: string, where = LAST_ONE): readonly string[] => [
  `update checkpoints set note = ${change} where ${where}`,
];
const lineOf = (change: string, cosigner = 'upper'): readonly string[] => [
  `update cosignatures set line = ${change} where ${LAST_ONE} and cosigner = '${cosigner}'`,
];
/** A character of base64 that carries no check becomes another. */
const otherLetter = (column: string, from: number): string =>
  `overlay(${column} placing case substring(${column} from ${String(from)} for 1) when 'A' then 'B' else 'A' end from ${String(from)})`;

export const CHECKPOINT_ROWS: Cells<'P12' | 'P13'> = {
  P12: {
    T1: [
      ...each(
        {
          'a root': note(otherLetter('note', 37)),
          'a size': note(`replace(note, E'\\n296\\n', E'\\n295\\n')`),
          'a bit of the signature': note(otherLetter('note', 140)),
        },
        (sql, name) => foundByFsck(name, ['checkpoint-mismatch'], sql),
      ),
      foundInEvidence('a bit of the signature', ['log-signature-wrong'], note(otherLetter('note', 140))),
      foundInEvidence('a root', ['log-signature-wrong'], note(otherLetter('note', 37))),
    ],
    T2: [
      foundByFsck('the last', ['cosignature-mismatch'], [`delete from checkpoints where ${LAST_ONE}`]),
      foundByFsck('one before', ['cosignature-mismatch'], [`delete from checkpoints where ${FIRST_ONE}`]),
    ],
    T3: [
      foundByFsck(
        'one of a larger tree',
        ['checkpoint-ahead'],
        [
          `insert into checkpoints select log, start, ${String(LAST + 1)}, replace(note, E'\\n296\\n', E'\\n297\\n')
         from checkpoints where ${LAST_ONE}`,
        ],
      ),
      foundByFsck(
        'one in between that nobody has signed',
        ['checkpoint-mismatch'],
        [
          `insert into checkpoints select log, start, 290, replace(note, E'\\n296\\n', E'\\n290\\n')
         from checkpoints where ${LAST_ONE}`,
        ],
      ),
    ],
    T6: [
      foundByFsck(
        'all of the last start',
        ['cosignature-mismatch'],
        ['delete from checkpoints where start = 2'],
      ),
    ],
    T12: [
      foundByFsck(
        'an old one in the place of the last',
        ['checkpoint-mismatch'],
        note(`(select note from checkpoints where ${FIRST_ONE})`),
      ),
      foundInEvidence(
        'an old one in the place of the last',
        ['manifest-of-other-checkpoint'],
        note(`(select note from checkpoints where ${FIRST_ONE})`),
      ),
    ],
    T13: [
      foundByFsck(
        'another origin',
        ['checkpoint-mismatch'],
        note(`replace(note, 'test.invalid', 'else.invalid')`),
      ),
      foundByFsck(
        'the origin of the start before',
        ['checkpoint-mismatch'],
        note(`replace(note, '/start-2', '')`),
      ),
      foundByFsck(
        'a start that never was',
        ['checkpoint-ahead'],
        [`update checkpoints set start = 3 where ${LAST_ONE}`],
      ),
    ],
    T18: each(
      {
        'a size with a zero before': note(`replace(note, E'\\n296\\n', E'\\n0296\\n')`),
        'a size beyond 2^53': note(`replace(note, E'\\n296\\n', E'\\n9007199254740993\\n')`),
        'a negative size': note(`replace(note, E'\\n296\\n', E'\\n-296\\n')`),
      },
      (sql, name) => foundByFsck(name, ['checkpoint-mismatch'], sql),
    ),
    T24: each(
      {
        'line ends of two characters': note(`replace(note, E'\\n', E'\\r\\n')`),
        'a byte order mark': note(`E'\\uFEFF' || note`),
        'a signature that is there twice': note(`note || split_part(note, E'\\n\\n', 2)`),
        'another line': note(`replace(note, E'\\n\\n', E'\\nmore\\n\\n')`),
      },
      (sql, name) => foundByFsck(name, ['checkpoint-mismatch'], sql),
    ),
  },
  P13: {
    T1: [
      ...each(
        {
          'a bit': lineOf(otherLetter('line', 60)),
          'base64 without its padding': lineOf(`replace(line, '=', '')`),
          'when it was given': [`update cosignatures set signed_at = signed_at + 9 where ${LAST_ONE}`],
          'whose it is said to be': [
            `update cosignatures set cosigner = 'nobody' where ${LAST_ONE} and cosigner = 'upper'`,
          ],
        },
        (sql, name) => foundByFsck(name, ['cosignature-mismatch'], sql),
      ),
      foundInEvidence('a bit', ['cosignature-wrong'], lineOf(otherLetter('line', 60))),
    ],
    T2: [
      foundInEvidence(
        'all but one of three, where two are asked for',
        ['quorum-unmet'],
        [`delete from cosignatures where ${LAST_ONE} and cosigner <> 'upper'`],
      ),
    ],
    T13: [
      foundByFsck(
        'those of another checkpoint',
        ['cosignature-mismatch'],
        lineOf(`(select line from cosignatures where (start, size, cosigner) = (1, 97, 'upper') limit 1)`),
      ),
      foundInEvidence(
        'those of another checkpoint',
        ['cosignature-wrong'],
        lineOf(`(select line from cosignatures where (start, size, cosigner) = (1, 97, 'upper') limit 1)`),
      ),
    ],
    T16: [
      foundByFsck(
        'the log’s signature as a cosignature',
        ['cosignature-mismatch'],
        lineOf(`(select split_part(note, E'\\n\\n', 2) from checkpoints where ${LAST_ONE})`),
      ),
      foundByFsck(
        'one cosigner’s as another’s',
        ['cosignature-mismatch'],
        lineOf(
          `(select replace(line, 'upper.', 'registrar.') from cosignatures where ${LAST_ONE} and cosigner = 'upper' limit 1)`,
          'registrar',
        ),
      ),
    ],
    T31: elsewhere(
      'test/malicious-server/split-view.int-spec.ts',
      'a cosigner of the attacker’s own, and whoever is content with either',
    ),
  },
};
