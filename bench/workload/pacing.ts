import type { EventStore } from '@liuhen/event-store';
import { createHistogram } from 'node:perf_hooks';
import { setTimeout as delay } from 'node:timers/promises';
import { latenciesOf } from '../harness/latencies';
import { nextOf } from './our-log';
import type { Timed, Times } from './timing';

/** Events a second, each the first of its case. */
const RATE = 1_000;

/** Keys of commands that are not measured; any other is the moment at which its append began. */
const WARM_UP = 'warm-up';
const END = 'end';

/** The one clock of all processes of a machine, in nanoseconds. */
const moment = (): bigint => process.hrtime.bigint();

/**
 * Appends at a steady rate, whether the store keeps up or not, then one event more, which says that it was the last.
 *
 * @returns how many were acknowledged.
 */
export async function pace(store: EventStore, { warmUpMs, measureMs }: Times): Promise<number> {
  const began = performance.now();
  const pending: Promise<unknown>[] = [];
  const appendOne = (key: string): void => {
    const sealed = nextOf(pending.length, undefined, key);
    pending.push(store.append({ stream: sealed.header.stream, expected: 'no-stream', events: [sealed] }));
  };
  for (let passed = 0; passed < warmUpMs + measureMs; passed = performance.now() - began) {
    const due = Math.floor((passed * RATE) / 1_000);
    while (pending.length < due) appendOne(passed < warmUpMs ? WARM_UP : String(moment()));
    await delay(1);
  }
  await Promise.all(pending);
  appendOne(END);
  await pending.at(-1);
  return pending.length;
}

export interface Followed extends Timed {
  readonly delivered: number;
}

/** Follows the log from its start to the event that says it was the last: how long each was on its way. */
export async function follow(store: EventStore, { measureMs }: Times): Promise<Followed> {
  const histogram = createHistogram();
  const over = new AbortController();
  let delivered = 0;
  for await (const item of store.subscribe({ signal: over.signal })) {
    if (item.kind !== 'event') continue;
    delivered++;
    const { key } = item.event.header.command;
    if (key === END) over.abort();
    else if (key !== WARM_UP) histogram.record(moment() - BigInt(key));
  }
  return { perSecond: (histogram.count * 1_000) / measureMs, latencies: latenciesOf(histogram), delivered };
}
