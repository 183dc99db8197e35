import type { EventStore } from '@liuhen/event-store';
import { backoffMs, pause } from './pause';

/**
 * Wakes whoever waits for news of a log. One subscription serves all projections; a wake-up that is lost costs
 * time, never an event, for pages are read from the checkpoint.
 */
export class LogTail {
  #changes = 0;
  readonly #waiting = new Set<() => void>();

  constructor(
    private readonly store: Pick<EventStore, 'head' | 'subscribe'>,
    private readonly onError: (error: unknown) => void,
  ) {}

  /** Grows with every change; read it before the page, so that {@link changed} misses nothing. */
  get changes(): number {
    return this.#changes;
  }

  async follow(signal: AbortSignal): Promise<void> {
    let failures = 0;
    while (!signal.aborted) {
      try {
        const after = await this.store.head();
        for await (const { kind } of this.store.subscribe({ after, signal })) {
          failures = 0;
          if (kind !== 'caught-up') this.#wake();
        }
      } catch (error) {
        this.onError(error);
        await pause(backoffMs(++failures), signal);
      }
    }
  }

  /** Returns when something changed since `seen`, after the timeout, or at the signal. */
  async changed(seen: number, timeoutMs: number, signal: AbortSignal): Promise<void> {
    if (this.#changes !== seen || signal.aborted) return;
    await new Promise<void>((resolve) => {
      const wake = (): void => {
        clearTimeout(timer);
        signal.removeEventListener('abort', wake);
        this.#waiting.delete(wake);
        resolve();
      };
      const timer = setTimeout(wake, timeoutMs);
      signal.addEventListener('abort', wake);
      this.#waiting.add(wake);
    });
  }

  #wake(): void {
    this.#changes++;
    for (const wake of this.#waiting) wake();
  }
}
