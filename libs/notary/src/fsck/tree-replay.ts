import type { Sql, LogName } from '@liuhen/kernel';
import {
  EMPTY_EDGE,
  EMPTY_FRONTIER,
  equalBytes,
  growTiles,
  rootOfFrontier,
  tilePath,
  type Frontier,
  type Hash,
  type TileEdge,
  type WrittenTile,
} from '@liuhen/ledger';
import { storedTiles } from '../tables/tile-table';
import { ledgerFinding, type LedgerFinding } from './ledger-finding';

/** Makes a log's tree anew from its leaves and compares the tiles that are stored with those that should be. */
export class TreeReplay {
  #frontier: Frontier = EMPTY_FRONTIER;
  #edge: TileEdge = EMPTY_EDGE;

  constructor(
    private readonly hash: Hash,
    private readonly db: Sql,
    private readonly log: LogName,
  ) {}

  get size(): number {
    return this.#frontier.size;
  }

  get root(): Uint8Array {
    return rootOfFrontier(this.hash, this.#frontier);
  }

  async grow(leaves: readonly Uint8Array[]): Promise<readonly LedgerFinding[]> {
    const { frontier, edge, tiles } = growTiles(
      this.hash,
      { frontier: this.#frontier, edge: this.#edge },
      leaves,
    );
    this.#frontier = frontier;
    this.#edge = edge;
    return this.#compare(tiles);
  }

  /** A stored tile may be wider, where the tree has grown since; what it begins with must be this one. */
  async #compare(tiles: readonly WrittenTile[]): Promise<readonly LedgerFinding[]> {
    const stored = await storedTiles(this.db, this.log, tiles);
    return tiles
      .filter(({ level, index, hashes }) => {
        const found = stored.get(`${String(level)}/${String(index)}`);
        return !found || !equalBytes(found.subarray(0, hashes.length), hashes);
      })
      .map((tile) => ledgerFinding('tile-mismatch', tilePath(tile)));
  }
}
