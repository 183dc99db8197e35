import { Overloaded, StoreUnavailable } from '../errors';
import type { AppendRequest } from '../event-store';
import type { Answer } from './answer';
import type { AppendCall } from './append-call';
import { deliver } from './deliver';
import { PendingAppend } from './pending-append';

export interface QueueLimits {
  /** Requests in one batch. */
  readonly batchRequests: number;
  /** Bytes of headers and payloads in one batch. */
  readonly batchBytes: number;
  /** Batches on their way at once. */
  readonly inFlight: number;
  /** Requests that may wait; more are refused as overload. */
  readonly queuedRequests: number;
  readonly queuedBytes: number;
}

export const QUEUE_LIMITS: QueueLimits = {
  batchRequests: 500,
  batchBytes: 4 * 1024 * 1024,
  inFlight: 2,
  queuedRequests: 10_000,
  queuedBytes: 64 * 1024 * 1024,
};

/** A batch of fewer costs the database about as much. */
const SMALLEST_SHARE = 16;

/** Somebody else holds the stream for the length of a commit. */
const BUSY_RETRY_MS = 5;

/**
 * Group commit: what comes in while batches are on their way makes up the next one. A stream is in one batch at a
 * time, so that requests on it are answered in the order in which they came.
 */
export class AppendQueue {
  private waiting = new Set<PendingAppend>();
  private waitingBytes = 0;
  private readonly occupiedStreams = new Set<string>();
  private inFlight = 0;
  private flushIsDue = false;
  private closed = false;
  private batchMs = 5;
  private drained: (() => void) | undefined;

  constructor(
    private readonly call: AppendCall,
    private readonly limits: QueueLimits = QUEUE_LIMITS,
  ) {}

  /** @throws as {@link EventStore.append} does */
  append(request: AppendRequest, deadlineMs: number): Promise<Answer> {
    if (this.closed) throw new StoreUnavailable('the event store is closed');
    if (this.waiting.size >= this.limits.queuedRequests || this.waitingBytes >= this.limits.queuedBytes)
      throw new Overloaded(this.retryAfterMs());
    const append = new PendingAppend(request, deadlineMs, (done) => {
      this.remove(done);
    });
    this.add(append);
    this.flushSoon();
    return append.result;
  }

  /** Takes nothing more; resolves when everything is answered or past its deadline. */
  close(): Promise<void> {
    this.closed = true;
    return new Promise((resolve) => {
      this.drained = resolve;
      this.flush();
    });
  }

  private flushSoon(): void {
    if (this.flushIsDue || this.inFlight >= this.limits.inFlight) return;
    this.flushIsDue = true;
    setImmediate(() => {
      this.flushIsDue = false;
      this.flush();
    });
  }

  private flush(): void {
    while (this.inFlight < this.limits.inFlight) {
      const batch = this.take();
      if (batch.length === 0) break;
      void this.run(batch);
    }
    if (this.waiting.size === 0 && this.occupiedStreams.size === 0) this.drained?.();
  }

  private take(): readonly PendingAppend[] {
    const batch: PendingAppend[] = [];
    let bytes = 0;
    const share = this.share();
    for (const append of this.waiting) {
      if (batch.length === share) break;
      if (this.occupiedStreams.has(append.request.stream)) continue;
      if (batch.length > 0 && bytes + append.bytes > this.limits.batchBytes) break;
      this.occupiedStreams.add(append.request.stream);
      this.remove(append);
      batch.push(append);
      bytes += append.bytes;
    }
    return batch;
  }

  /**
   * Writers whose appends are answered together come back together. Were they all in one batch again, this process
   * and the database would work in turns; in as many batches as can be on their way, both work all the time.
   */
  private share(): number {
    const { batchRequests, inFlight } = this.limits;
    const open = this.waiting.size + this.occupiedStreams.size;
    return Math.min(batchRequests, Math.max(SMALLEST_SHARE, Math.ceil(open / inFlight)));
  }

  private async run(batch: readonly PendingAppend[]): Promise<void> {
    this.inFlight++;
    const startedAt = performance.now();
    const busy = await deliver(batch, this.call);
    this.batchMs += (performance.now() - startedAt - this.batchMs) / 8;
    this.inFlight--;
    const kept = new Set(busy);
    this.release(batch.filter((append) => !kept.has(append)));
    if (busy.length > 0)
      setTimeout(() => {
        this.takeBack(busy);
      }, BUSY_RETRY_MS);
    this.flush();
  }

  /** To the front: what came later on these streams must not overtake them. */
  private takeBack(busy: readonly PendingAppend[]): void {
    const later = this.waiting;
    this.waiting = new Set();
    for (const append of busy) if (!append.isDone) this.add(append);
    for (const append of later) this.waiting.add(append);
    this.release(busy);
    this.flush();
  }

  private release(batch: readonly PendingAppend[]): void {
    for (const { request } of batch) this.occupiedStreams.delete(request.stream);
  }

  private add(append: PendingAppend): void {
    this.waiting.add(append);
    this.waitingBytes += append.bytes;
  }

  private remove(append: PendingAppend): void {
    if (this.waiting.delete(append)) this.waitingBytes -= append.bytes;
  }

  private retryAfterMs(): number {
    const batches = Math.ceil(this.waiting.size / this.limits.batchRequests / this.limits.inFlight);
    return Math.ceil(Math.min(Math.max(batches * this.batchMs, 50), 5_000));
  }
}
