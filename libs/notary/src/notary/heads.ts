import { systemAct } from '@liuhen/access';
import { execute, type Runtime } from '@liuhen/event-store';
import { chinaDateOf, payloadData, type Decider, type Message, type StoredEvent } from '@liuhen/kernel';
import {
  fromHex,
  headsOf,
  headsStream,
  ledgerEvents,
  toHex,
  updateHeads,
  type HeadEntry,
  type Heads,
  type HeadsRecorded,
} from '@liuhen/ledger';
import { headsPagesTable, writeHeadsPages } from '../tables/heads-pages-table';
import { moveHeads, type MapOfHeads } from '../tables/tree-table';
import type { IntegrationPlace } from './integrate';

type RecordHeads = Message<'RecordHeads', Heads>;

/** What the heads are is computed, not decided; it is recorded once for each tree. */
const headsDecider: Decider<null, RecordHeads, HeadsRecorded> = {
  events: { HeadsRecorded: ledgerEvents.HeadsRecorded },
  initial: null,
  decide: ({ data }) => [{ type: 'HeadsRecorded', data, occurredAt: null }],
  evolve: () => null,
};

/** Bounds what a transaction writes and how long nothing else is done. */
const STREAMS_AT_ONCE = 200;

export interface HeadsPlace extends IntegrationPlace {
  readonly runtime: Runtime;
}

/**
 * Brings the map of heads to a tree that is integrated. Only the streams that have changed since are computed anew, some
 * at a time.
 *
 * @returns the very same map if nothing but heads has changed
 */
export async function advanceHeads(place: HeadsPlace, heads: MapOfHeads, size: number): Promise<MapOfHeads> {
  const changed = await changedStreams(place, heads.size, size);
  if (changed.every(({ stream }) => stream.startsWith(headsStream('')))) return heads;
  let { root, streams } = heads;
  const { store, hash, transaction } = place;
  const log = store.identity.name;
  await transaction(async (db) => {
    for (let first = 0; first < changed.length; first += STREAMS_AT_ONCE) {
      const some = changed.slice(first, first + STREAMS_AT_ONCE);
      const updated = await updateHeads(hash, headsPagesTable(db, log), { root, streams }, some);
      await writeHeadsPages(db, log, updated.pages);
      ({ root, streams } = updated);
    }
    await moveHeads(db, log, heads.size, { size, root, streams });
  });
  return { size, root, streams, leaf: null };
}

/** The event that commits to the map. Several notaries, or one that was cut off, record it once. */
export async function recordHeads(
  { runtime, store }: Pick<HeadsPlace, 'runtime' | 'store'>,
  { size, root, streams }: MapOfHeads,
  treeRoot: Uint8Array,
): Promise<void> {
  await execute(runtime, {
    decider: headsDecider,
    stream: headsStream(chinaDateOf(runtime.clock.now())),
    caseNumber: null,
    command: {
      type: 'RecordHeads',
      data: { treeSize: size, treeRoot: toHex(treeRoot), mapRoot: toHex(root), streams },
    },
    act: systemAct(`heads/${store.identity.name}/${String(size)}`, 'ledger'),
    permit: () => undefined,
    facts: () => Promise.resolve(undefined),
  });
}

/** Whether an event is the one that records the map. */
export const recordsHeads = ({ header, payloadText }: StoredEvent, heads: MapOfHeads): boolean =>
  header.type === 'HeadsRecorded' && headsOf(payloadData(payloadText)).treeSize === heads.size;

const PAGE = 2_000;

async function changedStreams(
  { store, numbering }: HeadsPlace,
  from: number,
  to: number,
): Promise<readonly HeadEntry[]> {
  const last = new Map<string, HeadEntry>();
  let after = await numbering.positionOf(from - 1);
  for (let read = from; read < to;) {
    const { events, scannedTo } = await store.readPage({ after, limit: Math.min(PAGE, to - read) });
    for (const { header, leafHash } of events)
      last.set(header.stream, { stream: header.stream, rev: header.rev, leaf: fromHex(leafHash) });
    read += events.length;
    after = scannedTo;
  }
  return [...last.values()];
}
