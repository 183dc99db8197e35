import type { EventStore } from '@liuhen/event-store';
import type { Chance } from '../../support/chance';
import { expectExactlyOnce } from './expect-exactly-once';
import { VerifyingFollower } from './verifying-follower';
import { Journal } from './journal';
import { write } from './writers';

export interface Load {
  /** Of the log, past all faults. */
  readonly url: string;
  readonly store: EventStore;
  readonly chance: Chance;
}

/**
 * Writers and a subscriber go on while the faults come. Afterwards the log holds exactly what the writers were told,
 * and the subscriber was given exactly the log.
 */
export async function expectOutlasted(
  { url, store, chance }: Load,
  faults: (journal: Journal) => Promise<void>,
): Promise<Journal> {
  const journal = new Journal();
  const follower = new VerifyingFollower(store);
  const stopping = new AbortController();
  const writing = write({ store, name: 'load', chance, note: journal.note, signal: stopping.signal });
  try {
    await Promise.race([faults(journal), writing]);
  } finally {
    stopping.abort();
    await writing;
  }
  const { ids, unacknowledged } = await expectExactlyOnce(url, journal);
  expect(unacknowledged).toEqual([]);
  await follower.until(ids.length);
  expect(follower.ids).toEqual(ids);
  await follower.end();
  return journal;
}
