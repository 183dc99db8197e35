// Run in a process of its own: stores something known twice and tells both answers, unless it dies before.
import { PostgresEventStore, type EventStore } from '@liuhen/event-store';
import { FixedClock, requestFor, sealedChain, seededEntropy } from '@liuhen/event-store/testing';
import { BUSINESS } from '../open-store';
import { takeNote } from './notes';

export type Way = 'append' | 'execute';

/** Queued: before anything is sent. Answered: before anybody is told of the answer. */
export type DyingPoint = 'queued' | 'answered';

export interface ActingTask {
  readonly url: string;
  readonly way: Way;
  readonly diesWhen?: DyingPoint | undefined;
}

const die = (): unknown => process.kill(process.pid, 'SIGKILL');

function mortal(store: PostgresEventStore, diesWhen: DyingPoint | undefined): EventStore {
  const append: EventStore['append'] = async (request) => {
    const answer = store.append(request);
    if (diesWhen === 'queued') die();
    await answer;
    if (diesWhen === 'answered') die();
    return answer;
  };
  return new Proxy(store, {
    get: (target, name) => (name === 'append' ? append : (Reflect.get(target, name) as unknown)),
  });
}

const ways: Readonly<Record<Way, (store: EventStore) => Promise<unknown>>> = {
  append: (store) => store.append(requestFor(sealedChain(2, { stream: 'case-a' }))),
  execute: (store) => {
    // Another process draws other ids.
    const entropy = seededEntropy(String(process.pid));
    return takeNote({ store, clock: new FixedClock(), entropy }, 'case-a', '留痕');
  },
};

async function run({ url, way, diesWhen }: ActingTask): Promise<void> {
  const store = await PostgresEventStore.open({ url, log: BUSINESS });
  const act = (): Promise<unknown> => ways[way](mortal(store, diesWhen));
  process.send?.([await act(), await act()]);
  await store.close();
  process.disconnect();
}

void run(JSON.parse(process.argv[2] ?? '') as ActingTask);
