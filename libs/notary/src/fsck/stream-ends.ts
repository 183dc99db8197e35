import { payloadData, type StoredEvent } from '@liuhen/kernel';
import { headsOf, toHex, type Entry, type HeadEntry } from '@liuhen/ledger';
import { recordsHeads } from '../notary/heads';
import type { MapOfHeads } from '../tables/tree-table';

/**
 * What the log says of the map of heads: the last events of the streams up to its tree, and the event that records it.
 * Takes events as they are; what is wrong with them the log's own check tells.
 */
export class StreamEnds {
  readonly #ends = new Map<string, HeadEntry>();
  #seen = 0;
  #leaf: number | null = null;

  constructor(private readonly heads: MapOfHeads) {}

  see(event: StoredEvent, { header, leaf }: Entry): void {
    const index = this.#seen++;
    if (!header) return;
    const { stream, rev } = header;
    if (index >= this.heads.size) this.#leaf ??= isRecord(event, this.heads) ? index : null;
    else if (rev > (this.#ends.get(stream)?.rev ?? -1)) this.#ends.set(stream, { stream, rev, leaf });
  }

  get entries(): Iterable<HeadEntry> {
    return this.#ends.values();
  }

  /** Index of the event that records the map; `null` if there is none. */
  get leaf(): number | null {
    return this.#leaf;
  }
}

/** Of this very map: the notary goes by the size of its tree alone, which a record that lies has too. */
function isRecord(event: StoredEvent, heads: MapOfHeads): boolean {
  try {
    if (!recordsHeads(event, heads)) return false;
    const { mapRoot, streams } = headsOf(payloadData(event.payloadText));
    return mapRoot === toHex(heads.root) && streams === heads.streams;
  } catch {
    return false;
  }
}
