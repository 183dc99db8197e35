import {
  consistencyProof,
  equalBytes,
  nodesFromTiles,
  verifyConsistency,
  type Checkpoint,
} from '@liuhen/ledger';
import type { AuditPlace } from './audit-place';
import { tileSource } from './tlog-source';

type TreeHead = Pick<Checkpoint, 'size' | 'root'>;

const TILE = 256;

/** Whether one tree is the beginning of another, by the tiles that the log shows. */
export async function isPrefix(
  { hash, source }: AuditPlace,
  { size: from, root: fromRoot }: TreeHead,
  { size: to, root: toRoot }: TreeHead,
): Promise<boolean> {
  if (from === to) return equalBytes(fromRoot, toRoot);
  const proof = await consistencyProof(hash, from, to, nodesFromTiles(hash, to, tileSource(source)));
  return verifyConsistency(hash, { from, to, fromRoot, toRoot, proof });
}

/** The first of some leaves that is not where it should be in the tiles; if the tiles do not tell, the first of all. */
export async function findForeignLeaf(
  { source }: AuditPlace,
  from: number,
  leaves: readonly Uint8Array[],
  size: number,
): Promise<number> {
  const tiles = tileSource(source);
  for (let at = from; at < from + leaves.length;) {
    const index = Math.floor(at / TILE);
    const width = Math.min(TILE, size - index * TILE);
    const hashes = await tiles.readTile({ level: 0, index, width });
    for (; at < Math.min(index * TILE + width, from + leaves.length); at++) {
      const place = (at % TILE) * 32;
      if (!equalBytes(hashes.subarray(place, place + 32), leaves[at - from] ?? hashes)) return at;
    }
  }
  return from;
}
