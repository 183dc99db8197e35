import type { Sql } from '@liuhen/kernel';
import {
  edgeFromTiles,
  emptyRoot,
  equalBytes,
  fromHex,
  frontierFromTiles,
  rootOfFrontier,
  EMPTY_MAP_ROOT,
} from '@liuhen/ledger';
import { NotDerivable } from '../tables/not-derivable';
import { tileTable } from '../tables/tile-table';
import { foundTree, readTree, type Tree } from '../tables/tree-table';
import type { GrowingTree, IntegrationPlace } from './integrate';

/**
 * The tree as it was left: its root is computed from the tiles again, and its last leaf from the log.
 *
 * @throws NotDerivable if they do not agree, ForeignPosition if the log does not reach so far
 */
export async function openTree(
  place: IntegrationPlace,
  db: Sql,
): Promise<GrowingTree & Pick<Tree, 'start' | 'heads'>> {
  const { store, hash } = place;
  const log = store.identity.name;
  await foundTree(db, log, { treeRoot: emptyRoot(hash), mapRoot: EMPTY_MAP_ROOT });
  const tree = await readTree(db, log);
  if (!tree) throw new NotDerivable(log);
  const tiles = tileTable(db, log);
  const frontier = await frontierFromTiles(hash, tree.size, tiles);
  if (!equalBytes(rootOfFrontier(hash, frontier), tree.root)) throw new NotDerivable(`${log} 的树根`);
  const edge = await edgeFromTiles(tree.size, tiles);
  await checkLastLeaf(place, tree, db);
  return { frontier, edge, position: tree.position, start: tree.start, heads: tree.heads };
}

async function checkLastLeaf({ store, numbering }: IntegrationPlace, tree: Tree, db: Sql): Promise<void> {
  if (tree.size === 0) return;
  const index = tree.size - 1;
  const { events } = await store.readPage({ after: await numbering.positionOf(index - 1), limit: 1 });
  const tile = { level: 0, index: Math.floor(index / 256), width: (index % 256) + 1 };
  const hashes = await tileTable(db, store.identity.name).readTile(tile);
  const [event] = events;
  if (event?.position !== tree.position || !equalBytes(fromHex(event?.leafHash ?? ''), hashes.subarray(-32)))
    throw new NotDerivable(`${store.identity.name} 的末事件`);
}
