import type { OpenStore } from '../stores/store';
import { Timing, type Timed, type Times } from './timing';

export interface LoadOptions extends Times {
  readonly writers: number;
}

/** Events a second, and how long each append took from the call to its acknowledgement. */
export interface LoadResult extends Timed {
  /** All events acknowledged, the warm-up's too. */
  readonly acknowledged: number;
}

/** A writer opens a new stream after so many appends. */
const STREAM_LENGTH = 10;

/** Beyond the streams of a log that was filled before. */
const FIRST_STREAM = 1_000_000_000;

/**
 * The one load for all contenders: so many writers, each with a stream of its own, each waiting for the acknowledgement
 * of its append before it makes the next.
 */
export async function load(store: OpenStore, { writers, ...times }: LoadOptions): Promise<LoadResult> {
  const timing = new Timing(times);
  let streams = 0;
  let acknowledged = 0;
  const write = async (): Promise<void> => {
    while (!timing.isOver()) {
      const append = store.begin(FIRST_STREAM + streams++);
      for (let revision = 0; revision < STREAM_LENGTH && !timing.isOver(); revision++) {
        const began = performance.now();
        const events = await append();
        acknowledged += events;
        timing.done(began, events);
      }
    }
  };
  const atOnce = Math.min(writers, store.maxWriters ?? writers);
  await Promise.all(Array.from({ length: atOnce }, write));
  return { ...timing.result(), acknowledged };
}
