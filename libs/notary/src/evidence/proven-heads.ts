import { consistencyProof, proveHead, type BundleHeads, type StreamInHeads } from '@liuhen/ledger';
import { eventAt } from '../reading/event-at';
import type { LogLedger } from '../reading/ledgers';
import { headsPagesTable } from '../tables/heads-pages-table';
import type { CoveringState } from './covering-state';
import { placedIn, shownEvent } from './placed';

/** What the last events of some streams were, as the recorded heads have it. */
export async function provenHeads(
  ledger: LogLedger,
  { checkpoint: { size }, heads }: CoveringState,
  streams: readonly string[],
): Promise<BundleHeads> {
  const { db, log, hash, nodesOf } = ledger;
  const recorded = await eventAt(ledger, heads.leaf);
  if (!recorded) throw new Error(`no event at ${String(heads.leaf)}`);
  const { stream: _, rev: __, ...event } = shownEvent(recorded, await placedIn(ledger, size)(recorded));
  const pages = headsPagesTable(db, log);
  const prove = async (stream: string): Promise<StreamInHeads> => {
    const { entry, proof } = await proveHead(hash, pages, heads.root, stream);
    return entry ? { ...entry, proof } : { stream, absent: true, proof };
  };
  return {
    event,
    consistency: await consistencyProof(hash, heads.size, size, nodesOf(size)),
    streams: await Promise.all(streams.map(prove)),
  };
}
