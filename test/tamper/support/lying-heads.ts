import { parseHeader, payloadData, seal } from '@liuhen/kernel';
import { systemEntropy } from '@liuhen/platform';
import { BUSINESS } from '../../event-store/open-store';
import { ENDS_FITTED, LAST } from './deeds';
import { deriveLedger } from './derive-ledger';
import type { LogCopy } from './log-copy';
import { insertEvents } from './retelling';

/** The last event records other heads than there are, and everything that follows from it fits. */
export async function lyingHeads(copy: LogCopy): Promise<void> {
  const [row] = await copy.query<{ readonly header: string; readonly payload: string }>(
    'select header, payload from events where position = $1',
    [LAST],
  );
  if (!row) throw new Error('no event');
  const data = { ...payloadData(row.payload), mapRoot: 'f'.repeat(64) };
  const lie = seal('sha256', parseHeader(row.header), data, () => systemEntropy.newSalt());
  await copy.tamper(`delete from events where position = ${String(LAST)}`);
  await insertEvents(copy, LAST, [lie]);
  await copy.tamper(...ENDS_FITTED);
  await deriveLedger(copy, BUSINESS);
}
