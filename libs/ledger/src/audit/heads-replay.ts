import { toHex } from '../bytes';
import { EMPTY_MAP_ROOT, type HeadEntry, type HeadsMap, type HeadsPages } from '../heads/heads-map';
import { updateHeads } from '../heads/update-heads';
import type { Heads } from '../ledger-events';
import { EMPTY_FRONTIER, grow, rootOfFrontier, type Frontier } from '../merkle/frontier';
import type { Hash } from '../merkle/hash';
import type { AuditCode } from './audit-finding';

/** The map of the streams' last events, as it was for one tree. */
export interface ReplayedHeads extends HeadsMap {
  /** Of the tree for which it speaks. */
  readonly frontier: Frontier;
}

export const NO_HEADS: ReplayedHeads = { frontier: EMPTY_FRONTIER, root: EMPTY_MAP_ROOT, streams: 0 };

/** Brings the map forward by the entries that follow its tree. @returns with the pages that changed */
export async function advanceHeads(
  hash: Hash,
  pages: HeadsPages,
  { frontier, root, streams }: ReplayedHeads,
  entries: readonly HeadEntry[],
): Promise<ReplayedHeads & { readonly pages: ReadonlyMap<string, Uint8Array> }> {
  const updated = await updateHeads(hash, pages, { root, streams }, entries);
  const leaves = entries.map(({ leaf }) => leaf);
  return { ...updated, frontier: grow(hash, frontier, leaves) };
}

/** Whether what an event says of the heads is what they were. @returns what is wrong */
export function headsFault(hash: Hash, heads: ReplayedHeads, told: Heads): AuditCode | undefined {
  if (toHex(rootOfFrontier(hash, heads.frontier)) !== told.treeRoot) return 'heads-of-wrong-tree';
  return toHex(heads.root) !== told.mapRoot || heads.streams !== told.streams ? 'heads-wrong' : undefined;
}
