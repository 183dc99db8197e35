import { setTimeout as delay } from 'node:timers/promises';
import { LogConnection } from './log-connection';
import { NotaryWork } from './notary-work';
import type { NotaryOptions } from './options';

const POLL_MS = 200;
const SLOWEST_RETRY_MS = 30_000;

/**
 * 公证: follows one log, keeps its Merkle tree, has it signed and cosigned, and records its heads. Any number may run
 * beside one another; one of them is at work, and another takes over when it ends.
 */
export class Notary {
  readonly #stopping = new AbortController();
  #running: Promise<void> = Promise.resolve();

  constructor(private readonly options: NotaryOptions) {}

  start(): void {
    this.#running = this.#run();
  }

  /** What is at work is finished first. */
  async stop(): Promise<void> {
    this.#stopping.abort();
    await this.#running;
  }

  async #run(): Promise<void> {
    const { signal } = this.#stopping;
    for (let failures = 0; !signal.aborted; failures++) {
      const startedAt = performance.now();
      try {
        await this.#hold(signal);
      } catch (error) {
        this.options.report({ kind: 'failed', log: this.options.runtime.store.identity.name, error });
      }
      if (performance.now() - startedAt > SLOWEST_RETRY_MS) failures = 0;
      const pause = Math.min(POLL_MS * 2 ** failures, SLOWEST_RETRY_MS);
      await delay(pause, undefined, { signal }).catch(() => undefined);
    }
  }

  /** For as long as this notary has the log to itself. */
  async #hold(signal: AbortSignal): Promise<void> {
    const { databaseUrl, runtime } = this.options;
    const connection = await LogConnection.take(databaseUrl, runtime.store.identity.name, signal);
    if (!connection) return;
    const work = new NotaryWork(this.options, connection);
    try {
      await work.open();
      while (!signal.aborted) {
        const atHead = await work.takeIn();
        await work.sign();
        if (!atHead) continue;
        await work.keepHeads();
        await connection.pause(POLL_MS, signal);
      }
    } finally {
      await work.settled();
      await connection.close();
    }
  }
}
