import type { Position, StoredEvent } from '@liuhen/kernel';
import { createHash } from 'node:crypto';
import type { EventStore } from '../../event-store';
import type { LogModel } from './log-model';
import { demand } from './violation';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** A small read model: a row for each stream and each type, with the number of its events and a digest of their order. */
export class Projection {
  private readonly rows = new Map<string, { readonly events: number; readonly digest: string }>();

  constructor(private position: Position | undefined) {}

  /** @returns whether the log had no more. */
  async readPage(store: EventStore, limit: number): Promise<boolean> {
    const { events, scannedTo, atHead } = await store.readPage({ after: this.position, limit });
    for (const event of events) this.apply(event);
    this.position = scannedTo;
    return atHead;
  }

  async catchUp(store: EventStore, limit: number): Promise<void> {
    while (!(await this.readPage(store, limit)));
  }

  digest(): string {
    return sha256(JSON.stringify([...this.rows].sort(([a], [b]) => (a < b ? -1 : 1))));
  }

  private apply({ header, leafHash }: StoredEvent): void {
    for (const key of [`stream ${header.stream}`, `type ${header.type}`]) {
      const { events, digest } = this.rows.get(key) ?? { events: 0, digest: '' };
      this.rows.set(key, { events: events + 1, digest: sha256(digest + leafHash) });
    }
  }
}

/** How many events each takes at a time. */
export interface PageSizes {
  readonly live: number;
  readonly anew: number;
}

/** Brings a live projection up to date and builds another from the run's start; both come to the same. */
export async function compareWithRebuilt(
  live: Projection,
  store: EventStore,
  { start, head }: LogModel,
  sizes: PageSizes,
): Promise<void> {
  const anew = new Projection(start);
  await anew.catchUp(store, sizes.anew);
  await live.catchUp(store, sizes.live);
  demand('projections', anew.digest() === live.digest(), `they differ at ${String(head)}`);
}
