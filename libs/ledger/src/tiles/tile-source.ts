import { Malformed } from '../malformed';
import type { Frontier } from '../merkle/frontier';
import { HASH_BYTES, nodeHash, type Hash } from '../merkle/hash';
import { readFrontier, type NodeReader } from '../merkle/proofs';
import { TILE_HEIGHT, TILE_WIDTH, type Tile } from './tile';

/** Where the tiles of a log are read: a table, files, or another server. */
export interface TileSource {
  /** As many hashes as the tile is wide, one after the other. */
  readTile(tile: Tile): Promise<Uint8Array>;
}

/** The inner nodes of a tree of so many leaves. Each tile is read once. */
export function nodesFromTiles(hash: Hash, size: number, source: TileSource): NodeReader {
  const tiles = new Map<string, Promise<TileNodes>>();
  const open = (level: number, index: number): Promise<TileNodes> => {
    const key = `${String(level)}/${String(index)}`;
    const opened =
      tiles.get(key) ?? readNodes(hash, { level, index, width: widthOf(size, level, index) }, source);
    tiles.set(key, opened);
    return opened;
  };
  return async (level, index) => {
    const within = level % TILE_HEIGHT;
    const perTile = TILE_WIDTH / 2 ** within;
    const tile = await open((level - within) / TILE_HEIGHT, Math.floor(index / perTile));
    return tile(within, index % perTile);
  };
}

/** A node of a tile by its level and index within it. */
type TileNodes = (level: number, index: number) => Uint8Array;

async function readNodes(hash: Hash, tile: Tile, source: TileSource): Promise<TileNodes> {
  const hashes = await readTile(source, tile);
  const known = new Map<number, Uint8Array>();
  const node: TileNodes = (level, index) => {
    if (level === 0) return hashes.subarray(index * HASH_BYTES, (index + 1) * HASH_BYTES);
    const key = level * TILE_WIDTH + index;
    const found =
      known.get(key) ?? nodeHash(hash, node(level - 1, 2 * index), node(level - 1, 2 * index + 1));
    known.set(key, found);
    return found;
  };
  return node;
}

/** @throws Malformed if the tile is not as wide as it should be */
export async function readTile(source: TileSource, tile: Tile): Promise<Uint8Array> {
  const hashes = await source.readTile(tile);
  if (hashes.length !== tile.width * HASH_BYTES) throw new Malformed('tile');
  return hashes;
}

function widthOf(size: number, level: number, index: number): number {
  const nodes = Math.floor(size / TILE_WIDTH ** level);
  return Math.min(TILE_WIDTH, nodes - index * TILE_WIDTH);
}

/** @throws Malformed if a tile is not as wide as it should be */
export const frontierFromTiles = (hash: Hash, size: number, source: TileSource): Promise<Frontier> =>
  readFrontier(nodesFromTiles(hash, size, source), { from: 0, to: size });
