interface Waiting {
  readonly after: bigint;
  readonly wake: () => void;
}

/**
 * Knows how far the log reaches and wakes who waits for more. Learns it from this process's own appends, and from
 * the database when told that there is news; told or not, it looks at intervals.
 */
export class HeadWatch {
  private known = 0n;
  private readonly waiting = new Set<Waiting>();
  private reading: Promise<void> | undefined;
  private news = 0;

  constructor(private readonly readHead: () => Promise<bigint>) {}

  /** The log reaches this far: it was committed. */
  reached(position: bigint): void {
    if (position <= this.known) return;
    this.known = position;
    for (const { after, wake } of [...this.waiting]) if (position > after) wake();
  }

  /** There may be more: looks. A message may be lost or forged, so only the log itself is believed. */
  async look(): Promise<void> {
    if (this.reading) {
      this.news++;
      return this.reading;
    }
    this.reading = this.readUntilNoNews();
    await this.reading;
  }

  /** Resolves when the log goes beyond a position, or at the signal. */
  beyond(after: bigint, signal: AbortSignal): Promise<void> {
    if (this.known > after || signal.aborted) return Promise.resolve();
    return new Promise((resolve) => {
      const wake = (): void => {
        this.waiting.delete(waiting);
        signal.removeEventListener('abort', wake);
        resolve();
      };
      const waiting = { after, wake };
      this.waiting.add(waiting);
      signal.addEventListener('abort', wake);
    });
  }

  private async readUntilNoNews(): Promise<void> {
    let heard: number;
    try {
      do {
        heard = this.news;
        this.reached(await this.readHead());
      } while (heard !== this.news);
    } catch {
      // The database cannot be reached; the next look will tell.
    } finally {
      this.reading = undefined;
    }
  }
}
