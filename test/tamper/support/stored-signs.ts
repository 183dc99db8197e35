import type { Found } from './stored-log';
import type { StoredRow } from './stored-tables';

/** Whether a finding tells of one row, however many others are tampered with at the same time. */
export type Sign = (row: StoredRow, found: Found) => boolean;

const ofPosition =
  (wanted: string): Sign =>
  ({ position }, found) =>
    found.kind === wanted && String(found.position) === position;

const drifted =
  (column: string): Sign =>
  (row, found) =>
    ofPosition('column-drift')(row, found) && found.message.endsWith(`：${column}`);

const saying =
  (wanted: string, where: (row: StoredRow) => string): Sign =>
  (row, { kind, message }) =>
    kind === wanted && message.endsWith(`：${where(row)}`);

const ofStream: Sign = ({ name }, { kind, stream }) => kind === 'stream-drift' && stream === name;

const EVENTS: Readonly<Record<string, Sign>> = {
  position: ofPosition('missing-position'),
  leaf: ofPosition('leaf-mismatch'),
  header: ofPosition('leaf-mismatch'),
  payload: ofPosition('payload-mismatch'),
};

const SIGNS: Readonly<Record<string, (column: string) => Sign>> = {
  'log_business.events': (column) => EVENTS[column] ?? drifted(column),
  'log_business.streams': () => ofStream,
  'ledger.checkpoints': () =>
    saying('checkpoint-mismatch', ({ size, start }) => `${size ?? ''} 个事件，第 ${start ?? ''} 次起算`),
  'ledger.cosignatures': () =>
    saying(
      'cosignature-mismatch',
      ({ size, start, cosigner, signed_at }) =>
        `${size ?? ''} 个事件，第 ${start ?? ''} 次起算，${cosigner ?? ''} ${signed_at ?? ''}`,
    ),
  'ledger.heads_pages': () => saying('heads-mismatch', ({ id }) => `分页 ${id ?? ''}`),
};

const NONE: Sign = () => false;

/** That a row has another value there. */
export const signOfChange = (table: string, column: string): Sign => SIGNS[table]?.(column) ?? NONE;

/** That a row is gone. */
export const signOfLoss = (table: string): Sign =>
  table === 'log_business.events' ? ofPosition('missing-position') : NONE;

/** That a row and the next have changed places. */
export const signOfSwap = (table: string): Sign =>
  table === 'log_business.events' ? ofPosition('revision-gap') : NONE;
