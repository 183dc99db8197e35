import { cutAtTheStart, withClock } from '../support/bundles-of-labs';
import { inDocuments } from '../support/damaged-documents';
import { ENDS_FITTED, refit } from '../support/deeds';
import { SIGNER } from '../support/detections';
import { inExport, inFileOf } from '../support/exported-log';
import { inOtherLog } from '../support/other-log';
import { retold } from '../support/retold';
import { inBundle, known } from '../support/tampered-bundles';
import { foundByFsck, withRows } from '../support/tampered-rows';
import { elsewhere, notDetectable, type Cells } from './cell';

/** A later schema in every event. */
const SCHEMA = `replace(header, '"schema":1', '"schema":2')`;

type Places = 'P7' | 'P21' | 'P22' | 'P23' | 'P32' | 'P33' | 'P34' | 'P35' | 'P36' | 'P37';

export const OTHER_PLACES: Cells<Places> = {
  P7: {
    T1: [inDocuments('a byte', (content) => Buffer.concat([content.subarray(0, -1), Buffer.of(0)]))],
    T2: [inDocuments('one that an event names', () => undefined)],
    T29: [inDocuments('another content of the same length', (content) => Buffer.alloc(content.length, 'x'))],
  },
  P21: {
    T1: notDetectable('False content at entry.'),
    T21: notDetectable('What never reached the log'),
  },
  P22: {
    T11: [
      known('recorded-before-previous', 'an event that is dated before the one before'),
      known('recorded-too-early', 'an event that is dated before a cosignature without it'),
      known('recorded-too-late', 'an event that is dated after a cosignature with it'),
    ],
    T37: [
      inBundle({
        name: 'a server whose clock was put back',
        finds: ['recorded-too-early'],
        first: 1,
        given: () => withClock(-7_200),
      }),
      inBundle({
        name: 'a server whose clock was put forward',
        finds: ['recorded-too-late'],
        first: 1,
        given: () => withClock(7_200),
      }),
      known('from-the-future', 'a cosigner whose clock is ahead'),
    ],
  },
  P23: {
    T12: elsewhere(
      'test/malicious-server/stale-checkpoint.int-spec.ts',
      'a cosigner is asked again with what was overtaken',
    ),
    T31: elsewhere(
      'test/signing/cosigner.int-spec.ts',
      'a cosigner cut off at any step cosigns nothing that contradicts what it may have',
    ),
  },
  P32: {
    T1: notDetectable('A read model that was changed.'),
    T2: notDetectable('A read model that was changed.'),
    T35: notDetectable('A read model that was changed.'),
  },
  P33: {
    T1: [
      inOtherLog(
        'another person',
        ['leaf-mismatch', 'broken-chain', 'tile-mismatch'],
        [`update events set header = replace(header, 'p-judge', 'p-other') where position = 5`],
        5,
      ),
    ],
    T2: [
      inOtherLog(
        'all of a stream',
        ['missing-position', 'stream-drift'],
        [`delete from events where stream = 'reads-2'`],
        4,
      ),
    ],
    T6: [
      inOtherLog(
        'the last, and all counted anew',
        ['tree-ahead'],
        ['delete from events where position = 9', ...ENDS_FITTED],
      ),
    ],
    T36: [
      inOtherLog(
        'one of those who looked',
        ['missing-position', 'revision-gap'],
        ['delete from events where position = 5'],
        5,
      ),
      inOtherLog('all of them', ['tree-ahead'], ['truncate events', ...ENDS_FITTED]),
    ],
  },
  P34: {
    T1: [
      foundByFsck(
        'a migration that rewrites headers',
        ['broken-chain', 'tile-mismatch'],
        [`update events set header = ${SCHEMA}`, refit('true')],
      ),
      withRows(
        {
          name: 'a migration that rewrites headers, and all that follows from them, to be signed',
          finds: ['conflict'],
          deed: retold(({ header, payloadText }) => ({ payloadText, header: { ...header, schema: 2 } })),
        },
        SIGNER,
      ),
    ],
    T28: elsewhere(
      'libs/kernel/src/event/event-type.spec.ts',
      'old schemas are raised when they are read, and a later one is refused',
    ),
  },
  P35: {
    T1: [
      inExport(
        'a header',
        ['not-in-tree'],
        inFileOf('tile/entries/000', (bytes) => bytes.with(100, 33)),
        0,
      ),
      inExport(
        'a hash',
        ['not-in-tree'],
        inFileOf('tile/0/001.p/44', (bytes) => bytes.with(70, 1)),
      ),
      inExport(
        'the heads',
        ['heads-altered'],
        inFileOf('heads/299', (bytes) => bytes.with(60, 65)),
        299,
      ),
    ],
    T2: [
      inExport('entries', ['SourceUnavailable'], (files) => files.delete('tile/entries/000')),
      inExport('a tile', ['unlike tile/0/000'], (files) => files.delete('tile/0/000')),
      inExport('the heads', ['heads-withheld'], (files) => files.delete('heads/299'), 299),
    ],
    T27: [
      inExport(
        'entries that are fewer',
        ['entries-malformed'],
        inFileOf('tile/entries/001.p/44', (bytes) => bytes.slice(0, -700)),
        256,
      ),
      inExport(
        'a tile that is narrower',
        ['unlike tile/0/000'],
        inFileOf('tile/0/000', (bytes) => bytes.slice(32)),
      ),
    ],
  },
  P36: {
    T10: elsewhere('test/malicious-server/rollback.int-spec.ts', 'a new start that no operator has declared'),
    T38: [
      inBundle({
        name: 'an event that was signed before the new start, to whoever has kept that checkpoint',
        power: 'C',
        finds: ['trusted-checkpoint-unconnected'],
        given: cutAtTheStart,
      }),
      known('restart-other', 'declarations that contradict one another'),
      known('restarts-missing', 'a declaration that is left out'),
    ],
  },
  P37: {
    T15: notDetectable('A wrong verifier.'),
    T33: notDetectable('A wrong verifier.'),
  },
};
