import type { SubscriptionItem, SubscriptionRequest } from './event-store';
import { HeadListener, type Listen } from './head-listener';
import { HeadWatch } from './head-watch';
import { subscribeToPages, type PageSource } from './subscription';

/** How an engine tells of a log that has grown. */
export interface HeadNews {
  readonly readHead: () => Promise<bigint>;
  readonly listen: Listen;
  /** How often the log is looked at all the same. */
  readonly pollMs: number;
}

/** The news of a log for all of a store's subscriptions, by one connection and one timer while there are any. */
export class HeadFeed {
  readonly watch: HeadWatch;
  private readonly listener: HeadListener;
  private readonly pollMs: number;
  private members = 0;
  private timer: NodeJS.Timeout | undefined;

  constructor({ readHead, listen, pollMs }: HeadNews) {
    this.watch = new HeadWatch(readHead);
    this.listener = new HeadListener(listen, () => {
      void this.watch.look();
    });
    this.pollMs = pollMs;
  }

  /** A subscription to the log's pages, which is told of news for as long as it is read. */
  async *subscribe(
    source: PageSource,
    request: SubscriptionRequest,
  ): AsyncGenerator<SubscriptionItem, void, void> {
    if (++this.members === 1) this.start();
    try {
      yield* subscribeToPages(source, request);
    } finally {
      if (--this.members === 0) void this.stop();
    }
  }

  async close(): Promise<void> {
    await this.stop();
  }

  private start(): void {
    this.listener.start();
    this.timer = setInterval(() => {
      void this.watch.look();
    }, this.pollMs);
  }

  private async stop(): Promise<void> {
    clearInterval(this.timer);
    await this.listener.stop();
  }
}
