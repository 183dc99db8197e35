import type { Position, StoredEvent } from '@liuhen/kernel';
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

const PAGE = 1_000;

/** The leaves below a size whose events are of a type. */
export async function leavesOfType(
  { store, numbering }: Pick<LogLedger, 'store' | 'numbering'>,
  type: string,
  size: number,
): Promise<readonly number[]> {
  const leaves: number[] = [];
  let after: Position | undefined;
  for (;;) {
    const page = await store.readPage({ after, types: [type], limit: PAGE });
    for (const leaf of await numbering.leavesOf(page.events))
      if (leaf !== undefined && leaf < size) leaves.push(leaf);
    if (page.atHead) return leaves;
    after = page.scannedTo;
  }
}
