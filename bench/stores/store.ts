/** An event store as the benchmarks see it; each is one file beside this one. */
export interface Contender {
  /** Makes what the store needs in an empty database. @throws DoesNotRun */
  install(ownerUrl: string): Promise<void>;
  /** @param writers so many will append at once. */
  open(ownerUrl: string, writers: number): Promise<OpenStore>;
  /** Counts the events stored, as `rows`, to be compared with what was acknowledged. */
  readonly countSql: string;
}

export interface OpenStore {
  /** So many writers at most, whatever was asked for. */
  readonly maxWriters?: number;
  /** Begins the n-th stream, which has this writer alone. */
  begin(n: number): AppendNext;
  /** For the store that can be read as a whole. */
  readonly reading?: Reading;
  close(): Promise<void>;
}

/**
 * Appends the stream's next event at the exact revision that it is at.
 *
 * @returns how many events are durable now that were not before.
 */
export type AppendNext = () => Promise<number>;

export interface Reading {
  /** Stores so many events, in whatever way is quickest. */
  fill(events: number): Promise<void>;
  /** Every event in the store's own order, its data parsed; tells the size of each page. */
  readAll(): AsyncIterable<number>;
  /** The same without parsing the data, where the store can give events without. */
  readStored?(): AsyncIterable<number>;
}

/** A contender that cannot take part, with the reason for the table. */
export class DoesNotRun extends Error {
  override readonly name = 'DoesNotRun';
}
