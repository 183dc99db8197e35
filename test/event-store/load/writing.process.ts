// Run by WritersProcess in a process of its own: writes until it is told to stop.
import { setTimeout as delay } from 'node:timers/promises';
import { PostgresEventStore, StoreUnavailable } from '@liuhen/event-store';
import { chance } from '../../support/chance';
import { BUSINESS } from '../open-store';
import type { Note } from './journal';
import { write } from './writers';
import type { WritersTask } from './writers-process';

/** The server may be away just now. */
async function openPatiently(url: string): Promise<PostgresEventStore> {
  for (;;) {
    try {
      return await PostgresEventStore.open({ url, log: BUSINESS });
    } catch (error) {
      if (!(error instanceof StoreUnavailable)) throw error;
      await delay(50);
    }
  }
}

async function run({ url, seed, ...options }: WritersTask): Promise<void> {
  const stopping = new AbortController();
  process.once('message', () => {
    stopping.abort();
  });
  process.once('disconnect', () => process.exit());
  const store = await openPatiently(url);
  const note = (told: Note): Promise<unknown> =>
    new Promise((resolve) => process.send?.(told, undefined, {}, resolve));
  await write({ ...options, store, chance: chance(seed), note, signal: stopping.signal });
  await store.close();
  process.disconnect();
}

void run(JSON.parse(process.argv[2] ?? '') as WritersTask);
