import type { LogName, Sql } from '@liuhen/kernel';
import { treeOf, type Tree, type TreeRow } from '../tables/tree-table';

/** The tree of a log, with all pages of its map of heads. */
export interface StoredTree {
  readonly tree: Tree;
  readonly pages: ReadonlyMap<string, Uint8Array>;
}

interface Row extends TreeRow {
  readonly id: string | null;
  readonly content: Buffer | null;
}

/** By one statement: the notary moves the map and its pages together. */
export async function readStoredTree(db: Sql, log: LogName): Promise<StoredTree | undefined> {
  const { rows } = await db.query<Row>(
    `select t.*, p.id, p.content from ledger.trees t left join ledger.heads_pages p using (log) where log = $1`,
    [log],
  );
  const [row] = rows;
  if (!row) return undefined;
  const pages = rows.flatMap(({ id, content }) => (id !== null && content ? [[id, content] as const] : []));
  return { tree: treeOf(row), pages: new Map(pages) };
}
