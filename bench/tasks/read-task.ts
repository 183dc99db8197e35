import { STORES, type StoreName } from '../stores';
import { Timing, type Timed, type Times } from '../workload/timing';

export interface ReadInput extends Times {
  readonly store: StoreName;
  /** The data of the events is parsed too. */
  readonly parsed: boolean;
  readonly ownerUrl: string;
  /** How many there are. */
  readonly events: number;
}

/** Events a second, and how long each page took; the store is read from start to end again and again. */
export async function readTask({
  store: name,
  parsed,
  ownerUrl,
  events,
  ...times
}: ReadInput): Promise<Timed> {
  const contender = await STORES[name].load();
  const store = await contender.open(ownerUrl, 1);
  const timing = new Timing(times);
  while (!timing.isOver()) {
    const pages = parsed ? store.reading?.readAll() : store.reading?.readStored?.();
    if (!pages) throw new Error(`${name} cannot be read like that`);
    const read = await readThrough(pages, timing);
    if (read !== events && !timing.isOver())
      throw new Error(`${name} gave ${String(read)} of ${String(events)} events`);
  }
  await store.close();
  return timing.result();
}

async function readThrough(pages: AsyncIterable<number>, timing: Timing): Promise<number> {
  let read = 0;
  let began = performance.now();
  for await (const count of pages) {
    read += count;
    timing.done(began, count);
    if (timing.isOver()) break;
    began = performance.now();
  }
  return read;
}
