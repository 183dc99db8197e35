import type { Digest, EventHeader, PayloadText, Position, StoredEvent } from '@liuhen/kernel';

/**
 * An event as it was stored, its header read from the text when it is first asked for: whoever goes through a whole
 * log mostly needs but the texts or the hash. What is stored was checked before; `fsck` checks it again.
 */
export class LazyEvent implements StoredEvent {
  #header: EventHeader | undefined;

  constructor(
    readonly position: Position,
    readonly leafHash: Digest,
    readonly headerText: string,
    readonly payloadText: PayloadText,
  ) {}

  get header(): EventHeader {
    return (this.#header ??= JSON.parse(this.headerText) as EventHeader);
  }
}
