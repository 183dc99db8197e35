import type { EventStore } from '@liuhen/event-store';
import { payloadData, type LogIdentity } from '@liuhen/kernel';
import { EMPTY_MAP_ROOT, headsOf, nodeSuite } from '@liuhen/ledger';
import { systemClock, systemEntropy } from '@liuhen/platform';
import { advanceHeads, type HeadsPlace } from '../../../libs/notary/src/notary/heads';
import { integrate } from '../../../libs/notary/src/notary/integrate';
import { openTree } from '../../../libs/notary/src/notary/open-tree';
import { numberingOf } from '../../../libs/notary/src/tables/numbering';
import type { LogCopy } from './log-copy';

const TABLES = ['trees', 'tiles', 'heads_pages', 'checkpoints', 'cosignatures'];

/** What the notary would have written of a log as it is: tree, tiles and heads. Nobody has signed them. */
export async function deriveLedger(copy: LogCopy, log: LogIdentity): Promise<void> {
  for (const table of TABLES) await copy.query(`delete from ledger.${table} where log = $1`, [log.name]);
  await copy.withStore(log, async (store) => {
    const place = placeOf(store, copy);
    const { events } = await store.readPage({ limit: 10_000 });
    await integrate(place, await openTree(place, copy.operator), events, null);
    const leaf = events.findLastIndex(({ header }) => header.type === 'HeadsRecorded');
    const recorded = events[leaf];
    if (!recorded) return;
    const none = { size: 0, root: EMPTY_MAP_ROOT, streams: 0, leaf: null };
    await advanceHeads(place, none, headsOf(payloadData(recorded.payloadText)).treeSize);
    const restarts = events.filter(({ header }) => header.type === 'LedgerRestarted').length;
    await copy.query('update ledger.trees set heads_leaf = $1, start = $2 where log = $3', [
      ...[leaf, restarts + 1, log.name],
    ]);
  });
}

/** Where a notary of the copy writes. */
export function placeOf(store: EventStore, { operator }: LogCopy): HeadsPlace {
  return {
    store,
    runtime: { store, clock: systemClock, entropy: systemEntropy },
    hash: nodeSuite.hash(store.identity.hash),
    numbering: numberingOf(operator, store),
    transaction: (work) => work(operator),
  };
}
