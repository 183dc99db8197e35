import type { LogName, Sql } from '@liuhen/kernel';
import type { Tile, TileSource } from '@liuhen/ledger';
import { NotDerivable } from './not-derivable';

const HASH_BYTES = 32;

export interface TileContent extends Omit<Tile, 'width'> {
  /** As many hashes as the tile is wide, one after the other. */
  readonly hashes: Uint8Array;
}

/** The tiles of a log. A narrower one is the beginning of what is stored. */
export const tileTable = (db: Sql, log: LogName): TileSource => ({
  readTile: async ({ level, index, width }) => {
    const { rows } = await db.query<{ readonly hashes: Buffer }>(
      'select hashes from ledger.tiles where log = $1 and level = $2 and index = $3',
      [log, level, index],
    );
    const hashes = rows[0]?.hashes;
    if (hashes === undefined || hashes.length < width * HASH_BYTES)
      throw new NotDerivable(`${log}: tile ${String(level)}/${String(index)}`);
    return hashes.subarray(0, width * HASH_BYTES);
  },
});

/** Widens the right edge; a full tile never changes again. */
export async function writeTiles(db: Sql, log: LogName, tiles: readonly TileContent[]): Promise<void> {
  await db.query(
    `insert into ledger.tiles (log, level, index, hashes)
     select $1, t.level, t.index, t.hashes
     from unnest($2::smallint[], $3::bigint[], $4::bytea[]) as t (level, index, hashes)
     on conflict (log, level, index) do update set hashes = excluded.hashes
       where length(tiles.hashes) < length(excluded.hashes)`,
    [
      log,
      tiles.map(({ level }) => level),
      tiles.map(({ index }) => index),
      tiles.map(({ hashes }) => hashes),
    ],
  );
}

/** Tiles as they are stored, whatever their width, by `level/index`. */
export async function storedTiles(
  db: Sql,
  log: LogName,
  tiles: readonly Pick<Tile, 'level' | 'index'>[],
): Promise<ReadonlyMap<string, Uint8Array>> {
  const { rows } = await db.query<{ readonly tile: string; readonly hashes: Buffer }>(
    `select level || '/' || index as tile, hashes from ledger.tiles
     where log = $1 and (level, index) in (select * from unnest($2::smallint[], $3::bigint[]))`,
    [log, tiles.map(({ level }) => level), tiles.map(({ index }) => index)],
  );
  return new Map(rows.map(({ tile, hashes }) => [tile, hashes]));
}
