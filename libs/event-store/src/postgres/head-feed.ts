import type { ClientConfig } from 'pg';
import { HeadListener } from './head-listener';
import { HeadWatch } from './head-watch';

const POLL_MS = 500;

/** The news of a log for all of a store's subscriptions, by one connection and one timer while there are any. */
export class HeadFeed {
  readonly watch: HeadWatch;
  private readonly listener: HeadListener;
  private members = 0;
  private timer: NodeJS.Timeout | undefined;

  constructor(readHead: () => Promise<bigint>, config: ClientConfig, channel: string) {
    this.watch = new HeadWatch(readHead);
    this.listener = new HeadListener(config, channel, () => {
      void this.watch.look();
    });
  }

  /** @returns how to leave. */
  join(): () => void {
    if (++this.members === 1) this.start();
    return () => {
      if (--this.members === 0) void this.stop();
    };
  }

  async close(): Promise<void> {
    await this.stop();
  }

  private start(): void {
    this.listener.start();
    this.timer = setInterval(() => {
      void this.watch.look();
    }, POLL_MS);
  }

  private async stop(): Promise<void> {
    clearInterval(this.timer);
    await this.listener.stop();
  }
}
