import type { Digest, Instant, StoredEvent } from '@liuhen/kernel';

/** What the next event of a stream must follow. */
export interface KnownEvent {
  readonly rev: number;
  readonly leafHash: Digest;
  readonly recordedAt: Instant;
}

const STREAMS = 1_000;

/** What this process has seen of the log lately: an event at a revision never changes, so it is as good as read. */
export class KnownEvents {
  private readonly last = new Map<string, KnownEvent>();
  private newest: Instant | undefined;

  /** The latest `recordedAt` seen. */
  get newestAt(): Instant | undefined {
    return this.newest;
  }

  /** The event at the revision, if it is the last one seen of the stream. */
  at(stream: string, rev: number): KnownEvent | undefined {
    const event = this.last.get(stream);
    return event?.rev === rev ? event : undefined;
  }

  note({ header: { stream, rev, recordedAt }, leafHash }: StoredEvent): void {
    if (this.newest === undefined || recordedAt > this.newest) this.newest = recordedAt;
    const known = this.last.get(stream);
    this.last.delete(stream);
    this.last.set(stream, known && known.rev > rev ? known : { rev, leafHash, recordedAt });
    for (const eldest of this.last.keys()) {
      if (this.last.size <= STREAMS) break;
      this.last.delete(eldest);
    }
  }

  /** Somebody may have continued the stream. */
  forget(stream: string): void {
    this.last.delete(stream);
  }
}
