import { Client, type ClientConfig } from 'pg';
import { pause } from '../pause';

const FIRST_RETRY_MS = 100;
const SLOWEST_RETRY_MS = 5_000;

/**
 * One LISTEN connection, made anew whenever it breaks. After each LISTEN it calls out once unasked: what was
 * announced while nobody listened is lost.
 */
export class HeadListener {
  private stopping = new AbortController();
  private running = Promise.resolve();

  constructor(
    private readonly config: ClientConfig,
    private readonly channel: string,
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
      const listened = await this.listen(signal);
      retryMs = listened ? FIRST_RETRY_MS : Math.min(retryMs * 2, SLOWEST_RETRY_MS);
      await pause(retryMs * (0.5 + Math.random() / 2), signal);
    }
  }

  /** @returns whether it came as far as listening, when the connection is gone or no longer wanted. */
  private async listen(signal: AbortSignal): Promise<boolean> {
    const client = new Client(this.config);
    const gone = new AbortController();
    client.on('error', () => {
      gone.abort();
    });
    client.on('end', () => {
      gone.abort();
    });
    client.on('notification', this.onNews);
    let listened = false;
    try {
      await client.connect();
      await client.query(`listen ${client.escapeIdentifier(this.channel)}`);
      listened = true;
      this.onNews();
      await aborted(AbortSignal.any([signal, gone.signal]));
    } catch {
      // Tried again after a while; meanwhile the log is looked at by the clock.
    }
    await client.end().catch(() => undefined);
    return listened;
  }
}

const aborted = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    if (signal.aborted) resolve();
    signal.addEventListener('abort', () => {
      resolve();
    });
  });
