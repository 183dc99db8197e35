import { HASH_BYTES } from '../merkle/hash';

/** The last event of a stream. */
export interface HeadEntry {
  readonly stream: string;
  readonly rev: number;
  /** Its hash as a leaf of the log, 32 bytes. */
  readonly leaf: Uint8Array;
}

/** The map from every stream to its last event. */
export interface HeadsMap {
  readonly root: Uint8Array;
  readonly streams: number;
}

/** Root of the map without streams. */
export const EMPTY_MAP_ROOT: Uint8Array = new Uint8Array(HASH_BYTES);

/** Where a map is kept, in pages that go by the beginning of the keys in them, in hexadecimal. */
export interface HeadsPages {
  /** @returns those that exist */
  read(ids: readonly string[]): Promise<ReadonlyMap<string, Uint8Array>>;
}
