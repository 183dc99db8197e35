import { EventEmitter, once } from 'node:events';
import type { EventStore } from '@liuhen/event-store';
import { LogVerifier } from './self-verifying';

/** A subscriber from the start of the log, which fails at the first event that is not the next. */
export class VerifyingFollower {
  /** Of all events so far, in the order in which they were given. */
  readonly ids: string[] = [];
  private readonly ending = new AbortController();
  private readonly grown = new EventEmitter();
  private readonly following: Promise<void>;

  constructor(store: EventStore) {
    this.following = this.follow(store);
    // Whoever waits is told; until then it is kept.
    this.following.catch(() => undefined);
  }

  async until(count: number): Promise<void> {
    while (this.ids.length < count) await Promise.race([once(this.grown, 'event'), this.following]);
  }

  async end(): Promise<void> {
    this.ending.abort();
    await this.following;
  }

  private async follow(store: EventStore): Promise<void> {
    const verifier = new LogVerifier();
    for await (const item of store.subscribe({ signal: this.ending.signal })) {
      if (item.kind !== 'event') continue;
      verifier.verify(item.event);
      this.ids.push(item.event.header.id);
      this.grown.emit('event');
    }
  }
}
