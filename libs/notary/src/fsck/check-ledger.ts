import { ForeignPosition, type EventStore, type Page, type PageRequest } from '@liuhen/event-store';
import { LOG_NAMES, type Position, type Sql } from '@liuhen/kernel';
import { entryOf, equalBytes, nodeSuite, utf8, type Policy } from '@liuhen/ledger';
import { NOBODY } from '../reading/verifier-policy';
import { checkpointsBetween } from '../tables/checkpoint-table';
import type { Tree } from '../tables/tree-table';
import { checkCheckpoint } from './check-checkpoint';
import { checkCosignatures } from './check-cosignatures';
import { checkStart } from './check-start';
import { checkStoredHeads } from './check-stored-heads';
import { ledgerFinding, type LedgerFinding } from './ledger-finding';
import { outlyingRows, rowsWithoutTree, strayRows } from './misplaced-rows';
import { readStoredTree } from './stored-tree';
import { StreamEnds } from './stream-ends';
import { TreeReplay } from './tree-replay';

const PAGE = 2_000;

/**
 * Derives the ledger of a log anew from the events as they are stored, and finds what is kept otherwise: tiles, roots,
 * checkpoints, cosignatures, heads. Repairs nothing. What came after the tree was last written is not looked at.
 *
 * It may run beside the notary: what is compared with one another is either read by one statement, or the part that only
 * ever grows is read last.
 *
 * @param policy whose signatures are checked; nobody's unless said. Of a log or a cosigner that it does not name nothing
 * is known.
 */
export async function* checkLedger(
  store: EventStore,
  db: Sql,
  policy: Policy = NOBODY,
): AsyncGenerator<LedgerFinding> {
  const { name: log, hash: algorithm } = store.identity;
  const hash = nodeSuite.hash(algorithm);
  if (log === LOG_NAMES[0]) yield* strayRows(db);
  const stored = await readStoredTree(db, log);
  if (!stored) {
    yield* rowsWithoutTree(db, log);
    return;
  }
  const { tree, pages } = stored;
  yield* outlyingRows(db, log);
  const ends = new StreamEnds(tree.heads);
  const replay = new TreeReplay(hash, db, log);
  const position = yield* replayed({ store, db, policy, replay, ends }, tree);
  yield* checkTree(replay, tree, position);
  for (const { size } of await checkpointsBetween(db, log, replay.size, tree.size))
    yield ledgerFinding('checkpoint-ahead', `${String(size)} 个，日志只有 ${String(replay.size)} 个`);
  yield* checkCosignatures(db, log, policy);
  yield* checkStoredHeads(hash, { heads: tree.heads, pages }, ends);
  yield* checkStart(store, tree);
}

interface Replaying {
  readonly store: EventStore;
  readonly db: Sql;
  readonly policy: Policy;
  readonly replay: TreeReplay;
  readonly ends: StreamEnds;
}

/** From one checkpoint to the next, page by page. @returns the position of the last event */
async function* replayed(
  { store, db, policy, replay, ends }: Replaying,
  { size }: Tree,
): AsyncGenerator<LedgerFinding, Position | undefined> {
  const { identity } = store;
  const hash = nodeSuite.hash(identity.hash);
  let last: Position | undefined;
  for (let page: Page | undefined; replay.size < size;) {
    page = await pageOf(store, { after: page?.scannedTo, limit: Math.min(PAGE, size - replay.size) });
    if (!page || page.events.length === 0) break;
    const leaves = page.events.map((event) => {
      const entry = entryOf(hash, utf8(event.headerText));
      ends.see(event, entry);
      return entry.leaf;
    });
    const first = replay.size;
    for (const checkpoint of await checkpointsBetween(db, identity.name, first, first + leaves.length)) {
      yield* await replay.grow(leaves.slice(replay.size - first, checkpoint.size - first));
      yield* checkCheckpoint(identity, policy, checkpoint, replay.root);
    }
    yield* await replay.grow(leaves.slice(replay.size - first));
    last = page.events.at(-1)?.position;
  }
  return last;
}

/** `undefined` where the head says that the log does not reach so far. */
async function pageOf(store: EventStore, request: PageRequest): Promise<Page | undefined> {
  try {
    return await store.readPage(request);
  } catch (error) {
    if (error instanceof ForeignPosition) return undefined;
    throw error;
  }
}

function* checkTree(
  replay: TreeReplay,
  { size, root, position }: Tree,
  last: Position | undefined,
): Generator<LedgerFinding> {
  if (replay.size < size) {
    yield ledgerFinding('tree-ahead', `${String(size)} 个，日志只有 ${String(replay.size)} 个`);
    return;
  }
  if (!equalBytes(replay.root, root)) yield ledgerFinding('tree-mismatch', `${String(size)} 个事件的根`);
  if (position !== last) yield ledgerFinding('tree-mismatch', `末事件的位置 ${position ?? '无'}`);
}
