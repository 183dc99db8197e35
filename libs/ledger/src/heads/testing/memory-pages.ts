import type { HeadsPages } from '../heads-map';

/** Pages of a map of heads in memory, which count what is read of them. */
export class MemoryPages implements HeadsPages {
  readonly pages = new Map<string, Uint8Array>();
  reads = 0;

  read(ids: readonly string[]): Promise<ReadonlyMap<string, Uint8Array>> {
    this.reads += ids.length;
    const found = ids.flatMap((id) => {
      const page = this.pages.get(id);
      return page ? [[id, page] as const] : [];
    });
    return Promise.resolve(new Map(found));
  }

  write(pages: ReadonlyMap<string, Uint8Array>): Promise<void> {
    for (const [id, page] of pages) this.pages.set(id, page);
    return Promise.resolve();
  }
}
