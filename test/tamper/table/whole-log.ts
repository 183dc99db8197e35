import { AT, ENDS_FITTED } from '../support/deeds';
import { COSIGNER, NOTARY, SIGNER, verifierWhoKept } from '../support/detections';
import { GOLDEN_CASES } from '../support/golden-cases';
import { CASE, CONTRADICTED, madeToFit, UNCONNECTED, withTheKey } from '../support/made-to-fit';
import { otherPerson, putBack, retold, signed, type Change } from '../support/retold';
import { foundByFsck, noticed, withRows } from '../support/tampered-rows';
import { elsewhere, type Cells } from './cell';

const OTHER_CASE = GOLDEN_CASES[6] ?? '';
const [STREAM, OTHER_STREAM] = [`case-${CASE}`, `case-${OTHER_CASE}`];

const withoutTheCase: Change = (event) => (event.header.stream === STREAM ? undefined : event);
const shortened: Change = (event) =>
  event.header.stream === STREAM && event.header.rev > 9 ? undefined : event;
const moved: Change = ({ header, payloadText }) => ({
  payloadText,
  header: header.stream === STREAM ? { ...header, stream: OTHER_STREAM, case: OTHER_CASE } : header,
});

const refusedByNotary = noticed(NOTARY);

export const WHOLE_LOGS: Cells<'P14' | 'P17' | 'P18' | 'P19' | 'P20'> = {
  P14: {
    T7: [
      withRows(
        {
          name: 'put back to before it signed anything, and had to sign something else',
          ...{ power: 'C', finds: ['conflict'], deed: signed(retold(otherPerson)) },
        },
        COSIGNER,
      ),
    ],
    T10: elsewhere('test/malicious-server/split-view.int-spec.ts', 'a log that signs two histories'),
  },
  P17: {
    T2: [
      foundByFsck(
        'its rows',
        ['missing-position', 'stream-drift', 'tile-mismatch'],
        [`delete from events where stream = '${STREAM}'`],
        AT - 1,
      ),
      ...madeToFit('its rows, and all made to fit', withoutTheCase, UNCONNECTED),
    ],
    T6: madeToFit('its end, and all made to fit', shortened, UNCONNECTED),
    T14: madeToFit('into another, and all made to fit', moved, CONTRADICTED),
  },
  P18: {
    T7: [
      withRows({ name: 'a backup, to be signed', finds: ['conflict'], deed: putBack }, SIGNER),
      withRows(
        {
          name: 'a backup, as evidence to whoever has kept a checkpoint',
          finds: [UNCONNECTED],
          deed: putBack,
        },
        verifierWhoKept(CASE),
      ),
    ],
    T8: [
      withRows(
        { name: 'from an event on, to be signed', finds: ['conflict'], deed: retold(otherPerson) },
        SIGNER,
      ),
      withRows(
        {
          name: 'from an event on, and more events than before, to be signed',
          finds: ['inconsistent'],
          deed: retold(otherPerson, 3),
        },
        SIGNER,
      ),
    ],
    T9: [
      ...withTheKey('from an event on', otherPerson, CONTRADICTED),
      withRows(
        {
          name: 'from an event on, and more events than before, to be cosigned',
          ...{ power: 'C', finds: ['inconsistent'], deed: signed(retold(otherPerson, 3)) },
        },
        COSIGNER,
      ),
    ],
    T10: elsewhere(
      'test/malicious-server/split-view.int-spec.ts',
      'two histories of one log for two readers, and for two cosigners',
    ),
    T26: [
      foundByFsck(
        'triggers and constraints dropped, and an event edited',
        ['payload-mismatch'],
        [
          'set session_replication_role = origin',
          'drop trigger no_other_change on events',
          'drop trigger no_delete on events',
          'alter table events_0 drop constraint events_0_id_key',
          `update events set payload = replace(payload, '张三', '李四') where position = ${String(AT)}`,
        ],
        AT,
      ),
    ],
  },
  P19: {
    T1: [
      foundByFsck(
        'a row, before they are put back',
        ['leaf-mismatch', 'tile-mismatch'],
        [`update events set header = replace(header, 'p-judge', 'p-other') where position = ${String(AT)}`],
        AT,
      ),
    ],
    T7: [
      withRows({ name: 'put back, to be signed', finds: ['conflict'], deed: putBack }, SIGNER),
      foundByFsck(
        'the log put back, and not its ledger',
        ['tree-ahead', 'checkpoint-ahead'],
        ['delete from events where position > 97', ...ENDS_FITTED],
      ),
    ],
  },
  P20: {
    T22: [
      refusedByNotary('a later position', ['NotDerivable'], [`update trees set position = 'business:299'`]),
      refusedByNotary('a larger tree', ['NotDerivable'], ['update trees set size = size + 1']),
    ],
    T23: [
      refusedByNotary(
        'an earlier position',
        ['NotDerivable'],
        [`update trees set position = 'business:200'`],
      ),
      refusedByNotary(
        'an earlier position, with its size',
        ['NotDerivable'],
        [`update trees set position = 'business:200', size = 200, heads_size = 0, heads_leaf = null`],
      ),
    ],
  },
};
