import type { EventStore } from '@liuhen/event-store';
import { leafHash, type Sql, type StoredEvent } from '@liuhen/kernel';
import { equalBytes, fromHex, nodeSuite, parseCheckpoint, parseNote } from '@liuhen/ledger';
import { checkpointsFrom } from '../tables/checkpoint-table';
import { readTree, type Tree } from '../tables/tree-table';
import { checkStoredHeads } from './check-stored-heads';
import { ledgerFinding, type LedgerFinding } from './ledger-finding';
import { TreeReplay } from './tree-replay';

const PAGE = 2_000;

/**
 * Derives the ledger of a log anew from the events as they are stored, and finds what is kept otherwise: tiles, roots,
 * checkpoints, heads. Repairs nothing. What came after the tree was last written is not looked at.
 */
export async function* checkLedger(store: EventStore, db: Sql): AsyncGenerator<LedgerFinding> {
  const { name: log, hash } = store.identity;
  const tree = await readTree(db, log);
  if (!tree) return;
  const replay = new TreeReplay(nodeSuite.hash(hash), db, log);
  yield* replayed(replay, tree, store, db);
  if (replay.size < tree.size)
    yield ledgerFinding('tree-ahead', `${String(tree.size)} 个，日志只有 ${String(replay.size)} 个`);
  else if (!equalBytes(replay.root, tree.root))
    yield ledgerFinding('tree-mismatch', `${String(tree.size)} 个事件`);
  for (const { size } of await checkpointsFrom(db, log, replay.size + 1, 1))
    yield ledgerFinding('checkpoint-ahead', `${String(size)} 个，日志只有 ${String(replay.size)} 个`);
  yield* checkStoredHeads(store, db, tree);
}

/** From one checkpoint to the next, page by page. */
async function* replayed(
  replay: TreeReplay,
  { size }: Tree,
  store: EventStore,
  db: Sql,
): AsyncGenerator<LedgerFinding> {
  const { name: log, hash } = store.identity;
  const leafOf = ({ headerText }: StoredEvent): Uint8Array => fromHex(leafHash(hash, headerText));
  let after: Awaited<ReturnType<EventStore['head']>>;
  while (replay.size < size) {
    const page = await store.readPage({ after, limit: Math.min(PAGE, size - replay.size) });
    after = page.scannedTo;
    const leaves = page.events.map(leafOf);
    if (leaves.length === 0) return;
    const [first, last] = [replay.size, replay.size + leaves.length];
    for (const { size: signed, note } of await checkpointsFrom(db, log, first + 1, leaves.length)) {
      if (signed > last) break;
      yield* await replay.grow(leaves.slice(replay.size - first, signed - first));
      if (!equalBytes(parseCheckpoint(parseNote(note).text).root, replay.root))
        yield ledgerFinding('checkpoint-mismatch', `${String(signed)} 个事件`);
    }
    yield* await replay.grow(leaves.slice(replay.size - first));
  }
}
