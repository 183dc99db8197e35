import type { LogName, Position, Sql } from '@liuhen/kernel';

/** How far a log is integrated. */
export interface Tree {
  readonly size: number;
  readonly root: Uint8Array;
  /** The store's place of the last leaf; `undefined` in an empty tree. */
  readonly position: Position | undefined;
  /** Counted on when an operator declares that the log begins anew. */
  readonly start: number;
  readonly heads: MapOfHeads;
}

/** The map of heads as its pages have it. */
export interface MapOfHeads {
  /** Leaves of the tree for which it speaks. */
  readonly size: number;
  readonly root: Uint8Array;
  readonly streams: number;
  /** Index of the event that records it; `null` until that is integrated. */
  readonly leaf: number | null;
}

export interface TreeRow {
  readonly size: string;
  readonly root: Buffer;
  readonly position: Position | null;
  readonly start: number;
  readonly heads_size: string;
  readonly heads_root: Buffer;
  readonly heads_streams: string;
  readonly heads_leaf: string | null;
}

/** Somebody else moved the tree: two notaries of one log are at work, or the tables were put back. */
class TreeMoved extends Error {
  override readonly name = 'TreeMoved';
}

export async function readTree(db: Sql, log: LogName): Promise<Tree | undefined> {
  const { rows } = await db.query<TreeRow>('select * from ledger.trees where log = $1', [log]);
  return rows[0] && treeOf(rows[0]);
}

export const treeOf = (row: TreeRow): Tree => ({
  size: Number(row.size),
  root: row.root,
  position: row.position ?? undefined,
  start: row.start,
  heads: {
    size: Number(row.heads_size),
    root: row.heads_root,
    streams: Number(row.heads_streams),
    leaf: row.heads_leaf === null ? null : Number(row.heads_leaf),
  },
});

/** Founds the tree of a log that has none yet. */
export async function foundTree(
  db: Sql,
  log: LogName,
  { treeRoot, mapRoot }: { readonly treeRoot: Uint8Array; readonly mapRoot: Uint8Array },
): Promise<void> {
  await db.query(
    `insert into ledger.trees (log, size, root, heads_root) values ($1, 0, $2, $3) on conflict do nothing`,
    [log, treeRoot, mapRoot],
  );
}

/** The part of a tree that integrating a page moves. */
export type Growth = Pick<Tree, 'size' | 'root' | 'position'> & { readonly headsLeaf: number | null };

/** @throws TreeMoved */
export async function growTree(db: Sql, log: LogName, from: number, growth: Growth): Promise<void> {
  const { rowCount } = await db.query(
    `update ledger.trees set size = $3, root = $4, position = $5, heads_leaf = $6
     where log = $1 and size = $2`,
    [log, from, growth.size, growth.root, growth.position ?? null, growth.headsLeaf],
  );
  if (rowCount !== 1) throw new TreeMoved(log);
}

/** @throws TreeMoved */
export async function moveHeads(
  db: Sql,
  log: LogName,
  from: number,
  { size, root, streams }: Omit<MapOfHeads, 'leaf'>,
): Promise<void> {
  const { rowCount } = await db.query(
    `update ledger.trees set heads_size = $3, heads_root = $4, heads_streams = $5, heads_leaf = null
     where log = $1 and heads_size = $2`,
    [log, from, size, root, streams],
  );
  if (rowCount !== 1) throw new TreeMoved(log);
}

/** @throws TreeMoved */
export async function beginAnew(db: Sql, log: LogName, start: number): Promise<void> {
  const { rowCount } = await db.query('update ledger.trees set start = $2 where log = $1 and start < $2', [
    log,
    start,
  ]);
  if (rowCount !== 1) throw new TreeMoved(log);
}
