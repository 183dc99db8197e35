// Run by WritersProcess in a process of its own: writes until it is told to stop.
import { PostgresEventStore } from '@liuhen/event-store';
import { chance } from '../../support/chance';
import { BUSINESS } from '../open-store';
import type { Note } from './journal';
import { write } from './writers';
import type { WritersTask } from './writers-process';

async function run({ url, name, seed, writers }: WritersTask): Promise<void> {
  const stopping = new AbortController();
  process.once('message', () => {
    stopping.abort();
  });
  const store = await PostgresEventStore.open({ url, log: BUSINESS });
  const note = (told: Note): unknown => process.send?.(told);
  await write({ store, name, writers, chance: chance(seed), note, signal: stopping.signal });
  await store.close();
  process.disconnect();
}

void run(JSON.parse(process.argv[2] ?? '') as WritersTask);
