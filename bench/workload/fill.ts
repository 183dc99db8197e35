import type { EventStore } from '@liuhen/event-store';
import type { SealedEvent } from '@liuhen/kernel';
import { nextOf } from './our-log';
import { lengthOf, type CaseLog } from './case-log';

/** Cases appended at once; the store makes batches of them. */
const AT_ONCE = 50;
const EVENTS_PER_REQUEST = 500;

/** Appends the cases from the n-th on, whole and with valid chains; many events a request, as quickly as it goes. */
export async function fill(store: EventStore, log: CaseLog, from = 0): Promise<void> {
  let next = from;
  const work = async (): Promise<void> => {
    for (let n = next++; n < log.cases; n = next++) await appendCase(store, n, lengthOf(n));
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
}

/** One whole case. */
export async function appendCase(store: EventStore, n: number, length: number): Promise<void> {
  let last: SealedEvent | undefined;
  for (let done = 0; done < length;) {
    const expected = last?.header.rev ?? 'no-stream';
    const events: SealedEvent[] = [];
    for (; done < length && events.length < EVENTS_PER_REQUEST; done++) events.push((last = nextOf(n, last)));
    const stream = events[0]?.header.stream ?? '';
    await store.append({ stream, expected, events });
  }
}
