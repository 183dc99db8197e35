import { pause } from './pause';

/**
 * Listens for news of a log until the connection is gone or no longer wanted, and calls out for each, and once
 * unasked when it has begun: what was announced while nobody listened is lost. Never throws.
 *
 * @returns whether it came as far as listening.
 */
export type Listen = (signal: AbortSignal, onNews: () => void) => Promise<boolean>;

const FIRST_RETRY_MS = 100;
const SLOWEST_RETRY_MS = 5_000;

/** Listens, and begins anew whenever that breaks. */
export class HeadListener {
  private stopping = new AbortController();
  private running = Promise.resolve();

  constructor(
    private readonly listen: Listen,
    private readonly onNews: () => void,
  ) {}

  start(): void {
    const { signal } = (this.stopping = new AbortController());
    this.running = this.running.then(() => this.run(signal));
  }

  async stop(): Promise<void> {
    this.stopping.abort();
    await this.running;
  }

  private async run(signal: AbortSignal): Promise<void> {
    let retryMs = FIRST_RETRY_MS;
    while (!signal.aborted) {
      const listened = await this.listen(signal, this.onNews);
      retryMs = listened ? FIRST_RETRY_MS : Math.min(retryMs * 2, SLOWEST_RETRY_MS);
      await pause(retryMs * (0.5 + Math.random() / 2), signal);
    }
  }
}
