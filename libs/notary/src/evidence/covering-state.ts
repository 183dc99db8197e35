import type { LogLedger } from '../reading/ledgers';
import { lastCheckpoint, type SignedCheckpoint } from '../tables/checkpoint-table';
import { readTree, type MapOfHeads } from '../tables/tree-table';

/** A state of the ledger whose heads are recorded, and within a signed checkpoint. */
export interface CoveringState {
  readonly checkpoint: SignedCheckpoint;
  readonly heads: MapOfHeads & { readonly leaf: number };
}

/** What a covering state still waits for; its words are shown to the reader. */
export const MISSING = { heads: '各流之末', checkpoint: '检查点签名', cosignatures: '联署' } as const;
export type Missing = keyof typeof MISSING;

/** The present state, if it covers so many leaves; otherwise what is missing. */
export async function stateOver({ db, log }: LogLedger, size: number): Promise<CoveringState | Missing> {
  const tree = await readTree(db, log);
  const leaf = tree?.heads.leaf ?? null;
  if (!tree || leaf === null || tree.heads.size < size) return 'heads';
  const checkpoint = await lastCheckpoint(db, log, tree.start);
  if (!checkpoint || checkpoint.size <= leaf) return 'checkpoint';
  return { checkpoint, heads: { ...tree.heads, leaf } };
}
