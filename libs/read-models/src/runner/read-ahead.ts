import type { EventStore, Page } from '@liuhen/event-store';
import type { Position } from '@liuhen/kernel';

/** Reads a log by pages: the next one already while the present one is written. */
export class ReadAhead {
  #next: { readonly after: Position | undefined; readonly page: Promise<Page> } | undefined;

  constructor(
    private readonly store: Pick<EventStore, 'readPage'>,
    private readonly types: readonly string[],
    private readonly limit: number,
  ) {}

  async read(after: Position | undefined): Promise<Page> {
    const page = (await this.#readBefore(after)) ?? (await this.#readNow(after));
    if (!page.atHead) this.#begin(page.scannedTo);
    return page;
  }

  /** Not where the log ended: it may have gone on in the meantime. */
  async #readBefore(after: Position | undefined): Promise<Page | undefined> {
    const next = this.#next;
    this.#next = undefined;
    const page = next?.after === after ? await next?.page : undefined;
    return page?.atHead === false ? page : undefined;
  }

  #begin(after: Position | undefined): void {
    const page = this.#readNow(after);
    page.catch(() => undefined); // Told to whoever asks for it.
    this.#next = { after, page };
  }

  #readNow(after: Position | undefined): Promise<Page> {
    return this.store.readPage({ after, types: this.types, limit: this.limit });
  }
}
