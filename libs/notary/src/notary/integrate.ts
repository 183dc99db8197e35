import { leafHash, type Position, type Sql, type StoredEvent } from '@liuhen/kernel';
import { fromHex, growTiles, rootOfFrontier, type Frontier, type Hash, type TileEdge } from '@liuhen/ledger';
import type { EventStore } from '@liuhen/event-store';
import type { Numbering } from '../tables/numbering';
import { NotDerivable } from '../tables/not-derivable';
import { writeTiles } from '../tables/tile-table';
import { growTree } from '../tables/tree-table';
import type { Transaction } from './log-connection';

/** A tree as the notary carries it on: the compact range, and the tiles at the right edge. */
export interface GrowingTree {
  readonly frontier: Frontier;
  readonly edge: TileEdge;
  readonly position: Position | undefined;
}

export interface IntegrationPlace {
  readonly store: EventStore;
  readonly hash: Hash;
  readonly numbering: Numbering;
  readonly transaction: Transaction;
}

/**
 * Takes the next events into the tree: their leaves, hashed anew from the stored bytes, the tiles that they change, and
 * the new root, all in one transaction.
 *
 * @param headsLeaf index of the event that records the present map of heads.
 * @throws NotDerivable if an event is not what it was stored as; TreeMoved
 */
export async function integrate(
  { store, hash, numbering, transaction }: IntegrationPlace,
  tree: GrowingTree,
  events: readonly StoredEvent[],
  headsLeaf: number | null,
): Promise<GrowingTree> {
  const { size } = tree.frontier;
  const leaves = events.map((event) => leafOf(store, event));
  const { frontier, edge, tiles } = growTiles(hash, tree, leaves);
  const position = events.at(-1)?.position;
  await transaction(async (db: Sql) => {
    await growTree(db, store.identity.name, size, {
      size: frontier.size,
      root: rootOfFrontier(hash, frontier),
      position,
      headsLeaf,
    });
    await writeTiles(db, store.identity.name, tiles);
    await numbering.note(db, size, events);
  });
  return { frontier, edge, position };
}

function leafOf({ identity }: EventStore, event: StoredEvent): Uint8Array {
  const leaf = leafHash(identity.hash, event.headerText);
  if (leaf !== event.leafHash) throw new NotDerivable(`事件 ${event.position}`);
  return fromHex(leaf);
}
