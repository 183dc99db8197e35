import {
  concat,
  consistencyProof,
  equalBytes,
  inclusionProof,
  nodesFromTiles,
  verifyConsistency,
  verifyInclusion,
  type Checkpoint,
  type TileSource,
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

/** Whether a tree has these leaves, a whole tile of them or its last ones; of the rest, the tiles that the log shows tell. */
export async function areLeavesOf(
  { hash, source }: AuditPlace,
  { size, root }: TreeHead,
  from: number,
  leaves: readonly Uint8Array[],
): Promise<boolean> {
  const [leaf] = leaves;
  if (!leaf) return false;
  const shown = tileSource(source);
  const tiles: TileSource = {
    readTile: (tile) =>
      tile.level === 0 && tile.index === from / TILE
        ? Promise.resolve(concat(...leaves))
        : shown.readTile(tile),
  };
  // The path of the first leaf is made of all others of its tile.
  const proof = await inclusionProof(hash, from, size, nodesFromTiles(hash, size, tiles));
  return verifyInclusion(hash, { index: from, size, leaf, proof, root });
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
