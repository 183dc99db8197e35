import { checkHeads, type Hash } from '@liuhen/ledger';
import type { MapOfHeads } from '../tables/tree-table';
import { ledgerFinding, type LedgerFinding } from './ledger-finding';
import type { StreamEnds } from './stream-ends';

interface StoredHeads {
  readonly heads: MapOfHeads;
  readonly pages: ReadonlyMap<string, Uint8Array>;
}

/** Makes the map of heads anew from the events for which it speaks. */
export async function* checkStoredHeads(
  hash: Hash,
  { heads, pages }: StoredHeads,
  { entries, leaf }: StreamEnds,
): AsyncGenerator<LedgerFinding> {
  for await (const found of checkHeads(hash, { map: heads, pages, entries }))
    yield ledgerFinding('heads-mismatch', 'page' in found ? `分页 ${found.page}` : '映射的根');
  if (heads.leaf !== leaf)
    yield ledgerFinding('heads-mismatch', `记载它的事件 ${String(heads.leaf ?? '无')}`);
}
