import type { Pool } from 'pg';

/** NOTIFY takes a lock of the whole server at commit: never inside an append, and not for each. */
const COALESCE_MS = 20;

/** Tells other processes that the log has grown. If it fails they find out by themselves a little later. */
export class HeadNotifier {
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly pool: Pool,
    private readonly channel: string,
  ) {}

  grown(): void {
    this.timer ??= setTimeout(() => {
      this.timer = undefined;
      void this.notify();
    }, COALESCE_MS);
  }

  /** Sends what is still due. */
  async close(): Promise<void> {
    if (!this.timer) return;
    clearTimeout(this.timer);
    await this.notify();
  }

  private async notify(): Promise<void> {
    await this.pool.query(`select pg_notify($1, '')`, [this.channel]).catch(() => undefined);
  }
}
