import { createHistogram } from 'node:perf_hooks';
import { latenciesOf, type Latencies } from '../harness/latencies';
import type { OpenStore } from '../stores/store';

export interface LoadOptions {
  readonly writers: number;
  readonly warmUpMs: number;
  readonly measureMs: number;
}

export interface LoadResult {
  /** Acknowledged per second while it was measured. */
  readonly perSecond: number;
  /** From the call to its acknowledgement. */
  readonly latencies: Latencies;
  /** All events acknowledged, the warm-up's too. */
  readonly acknowledged: number;
}

/** A writer opens a new stream after so many appends. */
const STREAM_LENGTH = 10;

/**
 * The one load for all contenders: so many writers, each with a stream of its own, each waiting for the acknowledgement
 * of its append before it makes the next.
 */
export async function load(
  store: OpenStore,
  { writers, warmUpMs, measureMs }: LoadOptions,
): Promise<LoadResult> {
  const histogram = createHistogram();
  const from = performance.now() + warmUpMs;
  const until = from + measureMs;
  let streams = 0;
  let acknowledged = 0;
  let measured = 0;

  const write = async (): Promise<void> => {
    while (performance.now() < until) {
      const append = store.begin(++streams);
      for (let revision = 0; revision < STREAM_LENGTH && performance.now() < until; revision++) {
        const began = performance.now();
        const events = await append();
        const ended = performance.now();
        acknowledged += events;
        if (ended < from || ended > until) continue;
        measured += events;
        histogram.record(Math.ceil((ended - began) * 1e6));
      }
    }
  };
  const atOnce = Math.min(writers, store.maxWriters ?? writers);
  await Promise.all(Array.from({ length: atOnce }, write));
  return { perSecond: (measured * 1_000) / measureMs, latencies: latenciesOf(histogram), acknowledged };
}
