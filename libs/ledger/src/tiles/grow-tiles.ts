import { concat } from '../bytes';
import { grow, type Frontier } from '../merkle/frontier';
import { HASH_BYTES, type Hash } from '../merkle/hash';
import { TILE_HEIGHT, TILE_WIDTH, type Tile } from './tile';
import { readTile, type TileSource } from './tile-source';

/** The partial tiles at the right edge of a tree, by their level: what further leaves are added to. */
export type TileEdge = ReadonlyMap<number, Uint8Array>;

export const EMPTY_EDGE: TileEdge = new Map();

export interface WrittenTile extends Tile {
  readonly hashes: Uint8Array;
}

export interface GrownTiles {
  readonly frontier: Frontier;
  readonly edge: TileEdge;
  /** The tiles that changed, as wide as they are now. */
  readonly tiles: readonly WrittenTile[];
}

/** Adds leaves to a tree and its tiles; nothing is read but the edge. @throws RangeError if it is not the tree's edge */
export function growTiles(
  hash: Hash,
  { frontier, edge }: Pick<GrownTiles, 'frontier' | 'edge'>,
  leafHashes: readonly Uint8Array[],
): GrownTiles {
  const open = new Map([...edge].map(([level, hashes]) => [level, [hashes]]));
  const tiles: WrittenTile[] = [];
  const touched = new Map<number, Tile>();
  const grown = grow(hash, frontier, leafHashes, (level, index, node) => {
    if (level % TILE_HEIGHT !== 0) return;
    const tile = {
      level: level / TILE_HEIGHT,
      index: Math.floor(index / TILE_WIDTH),
      width: (index % TILE_WIDTH) + 1,
    };
    const hashes = open.get(tile.level) ?? [];
    hashes.push(node);
    open.set(tile.level, hashes);
    touched.set(tile.level, tile);
    if (tile.width < TILE_WIDTH) return;
    tiles.push(written(tile, concat(...hashes)));
    open.delete(tile.level);
    touched.delete(tile.level);
  });
  const edges = new Map([...open].map(([level, hashes]) => [level, concat(...hashes)]));
  for (const [level, tile] of touched) tiles.push(written(tile, edges.get(level)));
  return { frontier: grown, edge: edges, tiles };
}

function written(tile: Tile, hashes: Uint8Array | undefined): WrittenTile {
  if (hashes?.length !== tile.width * HASH_BYTES) throw new RangeError('the edge of another tree');
  return { ...tile, hashes };
}

/** The edge of a tree of so many leaves. @throws Malformed if a tile is not as wide as it should be */
export async function edgeFromTiles(size: number, source: TileSource): Promise<TileEdge> {
  const edge = new Map<number, Uint8Array>();
  for (let [level, nodes] = [0, size]; nodes > 0; level++, nodes = Math.floor(nodes / TILE_WIDTH)) {
    const width = nodes % TILE_WIDTH;
    const index = (nodes - width) / TILE_WIDTH;
    if (width > 0) edge.set(level, await readTile(source, { level, index, width }));
  }
  return edge;
}
