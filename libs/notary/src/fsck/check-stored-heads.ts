import type { EventStore } from '@liuhen/event-store';
import type { Sql } from '@liuhen/kernel';
import {
  checkHeads,
  fromHex,
  nodeSuite,
  type HeadEntry,
  type HeadsPages,
  type ScratchPages,
} from '@liuhen/ledger';
import { headsPagesTable } from '../tables/heads-pages-table';
import type { Tree } from '../tables/tree-table';
import { ledgerFinding, type LedgerFinding } from './ledger-finding';

const PAGE = 2_000;

/** Makes the map of heads anew from the events for which it speaks. */
export async function* checkStoredHeads(
  store: EventStore,
  db: Sql,
  { heads }: Tree,
): AsyncGenerator<LedgerFinding> {
  const { name: log, hash } = store.identity;
  const check = {
    map: heads,
    pages: headsPagesTable(db, log),
    entries: entriesOf(store, heads.size),
    scratch: inMemory(),
  };
  for await (const found of checkHeads(nodeSuite.hash(hash), check))
    yield ledgerFinding('heads-mismatch', 'page' in found ? `分页 ${found.page}` : '映射的根');
}

async function* entriesOf(store: EventStore, size: number): AsyncGenerator<HeadEntry> {
  let after: Awaited<ReturnType<EventStore['head']>>;
  for (let read = 0; read < size;) {
    const page = await store.readPage({ after, limit: Math.min(PAGE, size - read) });
    if (page.events.length === 0) return;
    for (const { header, leafHash } of page.events)
      yield { stream: header.stream, rev: header.rev, leaf: fromHex(leafHash) };
    read += page.events.length;
    after = page.scannedTo;
  }
}

function inMemory(): ScratchPages {
  const pages = new Map<string, Uint8Array>();
  const read: HeadsPages['read'] = (ids) =>
    Promise.resolve(
      new Map(ids.flatMap((id) => (pages.has(id) ? [[id, pages.get(id) ?? new Uint8Array()]] : []))),
    );
  return {
    read,
    write: (changed) => {
      for (const [id, content] of changed) pages.set(id, content);
      return Promise.resolve();
    },
  };
}
