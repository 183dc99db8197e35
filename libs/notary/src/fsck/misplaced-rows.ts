import { LOG_NAMES, type LogName, type Sql } from '@liuhen/kernel';
import { HASH_BYTES, TILE_WIDTH } from '@liuhen/ledger';
import { ledgerFinding, type LedgerFinding } from './ledger-finding';

const DERIVED = ['tiles', 'checkpoints', 'cosignatures', 'heads_pages', 'numbering'];
const TABLES = ['trees', ...DERIVED];

/** Rows that belong to no log at all. */
export async function* strayRows(db: Sql): AsyncGenerator<LedgerFinding> {
  const tables = TABLES.map((table) => `select '${table}' as table, log from ledger.${table}`);
  const { rows } = await db.query<{ readonly table: string; readonly log: string }>(
    `select distinct r.table, r.log from (${tables.join(' union all ')}) r where log <> all ($1)`,
    [LOG_NAMES],
  );
  for (const { table, log } of rows) yield ledgerFinding('foreign-rows', `${table}，${log}`);
}

/** Of a log that has no tree. */
export async function* rowsWithoutTree(db: Sql, log: LogName): AsyncGenerator<LedgerFinding> {
  const tables = DERIVED.map(
    (table) => `select '${table}' as table where exists (select from ledger.${table} where log = $1)`,
  );
  const { rows } = await db.query<{ readonly table: string }>(
    `select r.table from (${tables.join(' union all ')}) r
     where not exists (select from ledger.trees where log = $1)`,
    [log],
  );
  for (const { table } of rows) yield ledgerFinding('tree-missing', table);
}

/** Tiles and checkpoints of a tree that is larger than the one there is. Its own are compared with the log. */
export async function* outlyingRows(db: Sql, log: LogName): AsyncGenerator<LedgerFinding> {
  for (const tile of await tilesOf(db, log))
    if (!isOfTree(tile)) yield ledgerFinding('tile-unknown', `${tile.level}/${tile.index}`);
  const { rows } = await db.query<{ readonly size: string; readonly start: number }>(
    `select c.size, c.start from ledger.checkpoints c join ledger.trees t using (log)
     where log = $1 and (c.size not between 1 and t.size or c.start not between 1 and t.start)`,
    [log],
  );
  for (const { size, start } of rows)
    yield ledgerFinding('checkpoint-ahead', `${size} 个，第 ${String(start)} 次起算`);
}

interface TileRow {
  readonly level: string;
  readonly index: string;
  readonly bytes: number;
  /** Of the tree. */
  readonly size: string;
}

async function tilesOf(db: Sql, log: LogName): Promise<readonly TileRow[]> {
  const { rows } = await db.query<TileRow>(
    `select s.level::text, s.index::text, length(s.hashes) as bytes, t.size
     from ledger.tiles s join ledger.trees t using (log) where log = $1`,
    [log],
  );
  return rows;
}

function isOfTree({ level, index, bytes, size }: TileRow): boolean {
  const hashes = Math.floor(Number(size) / TILE_WIDTH ** Number(level)) - TILE_WIDTH * Number(index);
  const width = bytes / HASH_BYTES;
  const isPlace = Number(level) >= 0 && Number(index) >= 0;
  return isPlace && Number.isInteger(width) && width > 0 && width <= Math.min(TILE_WIDTH, hashes);
}
