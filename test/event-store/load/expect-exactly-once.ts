import { fsck, PostgresEventStore, type EventStore } from '@liuhen/event-store';
import type { Position } from '@liuhen/kernel';
import { BUSINESS } from '../open-store';
import type { Journal } from './journal';
import { LogVerifier } from './self-verifying';

const PAGE = 5_000;

export interface FoundLog {
  /** In the order of the log. */
  readonly ids: readonly string[];
  /** Stored, but nobody was told. */
  readonly unacknowledged: readonly string[];
}

/**
 * The log is whole, and holds what was acknowledged, once and where it was said to be, and nothing that was refused.
 * May run beside appends.
 */
export async function expectExactlyOnce(url: string, { acknowledged, refused }: Journal): Promise<FoundLog> {
  const told = [...acknowledged];
  const store = await PostgresEventStore.open({ url, log: BUSINESS });
  const places = await placesIn(store);
  await store.close();
  const misplaced = told.filter(([id, position]) => places.get(id) !== position);
  expect(misplaced).toEqual([]);
  expect([...refused].filter((id) => places.has(id))).toEqual([]);
  expect((await fsck(url, BUSINESS)).findings).toEqual([]);
  const ids = [...places.keys()];
  return { ids, unacknowledged: ids.filter((id) => !acknowledged.has(id)) };
}

async function placesIn(store: EventStore): Promise<ReadonlyMap<string, Position>> {
  const places = new Map<string, Position>();
  const verifier = new LogVerifier();
  for (let after: Position | undefined; ;) {
    const { events, scannedTo, atHead } = await store.readPage({ after, limit: PAGE });
    for (const event of events) {
      verifier.verify(event);
      places.set(event.header.id, event.position);
    }
    if (atHead) return places;
    after = scannedTo;
  }
}
