import type { StoredEvent } from '@liuhen/kernel';
import type { LogLedger } from './ledgers';

/** The event that is a leaf of the tree; `undefined` where the log has none. */
export async function eventAt(ledger: LogLedger, leaf: number): Promise<StoredEvent | undefined> {
  const [event] = await eventsFrom(ledger, leaf, 1);
  return event;
}

/** So many events from a leaf on, fewer where the log ends. */
export async function eventsFrom(
  { store, numbering }: Pick<LogLedger, 'store' | 'numbering'>,
  leaf: number,
  limit: number,
): Promise<readonly StoredEvent[]> {
  const { events } = await store.readPage({ after: await numbering.positionOf(leaf - 1), limit });
  return events;
}
