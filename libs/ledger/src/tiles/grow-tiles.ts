import { concat } from '../bytes';
import { grow, type Frontier } from '../merkle/frontier';
import type { Hash } from '../merkle/hash';
import { TILE_HEIGHT, TILE_WIDTH, tilesOf, type Tile } from './tile';
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

/** Adds leaves to a tree and its tiles; nothing is read but the edge. */
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
    tiles.push({ ...tile, hashes: concat(...hashes) });
    open.delete(tile.level);
    touched.delete(tile.level);
  });
  const edges = new Map([...open].map(([level, hashes]) => [level, concat(...hashes)]));
  for (const [level, tile] of touched) tiles.push({ ...tile, hashes: edges.get(level) ?? new Uint8Array(0) });
  return { frontier: grown, edge: edges, tiles };
}

/** The edge of a tree of so many leaves. */
export async function edgeFromTiles(size: number, source: TileSource): Promise<TileEdge> {
  const partial = tilesOf(size).filter(({ width }) => width < TILE_WIDTH);
  return new Map(
    await Promise.all(partial.map(async (tile) => [tile.level, await readTile(source, tile)] as const)),
  );
}
