import type { EventStore } from '@liuhen/event-store';
import type { StoredEvent } from '@liuhen/kernel';
import { EventEmitter, once } from 'node:events';

/** A subscription that runs until its store is closed, and all that it was given. */
export class Follower {
  readonly seen: StoredEvent[] = [];
  private readonly news = new EventEmitter();

  constructor(store: EventStore) {
    this.follow(store).catch((error: unknown) => this.news.emit('error', error));
  }

  /** Until it was given so many events since it began. */
  async until(count: number): Promise<readonly StoredEvent[]> {
    while (this.seen.length < count) await once(this.news, 'event');
    return this.seen;
  }

  private async follow(store: EventStore): Promise<void> {
    for await (const item of store.subscribe({ signal: new AbortController().signal })) {
      if (item.kind !== 'event') continue;
      this.seen.push(item.event);
      this.news.emit('event');
    }
  }
}
