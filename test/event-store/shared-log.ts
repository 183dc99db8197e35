import { PostgresEventStore } from '@liuhen/event-store';
import { setTimeout as delay } from 'node:timers/promises';
import type { LogUnderTest, StoreProcess } from '../../libs/event-store/src/testing/model';
import { BUSINESS } from './open-store';
import { TcpProxy } from './tcp-proxy';

/** A store that reaches its server by a line of its own, which can be cut. */
class PostgresProcess implements StoreProcess {
  private ending: Promise<void> | undefined;

  private constructor(
    readonly store: PostgresEventStore,
    private readonly line: TcpProxy,
  ) {}

  static async start(url: string): Promise<PostgresProcess> {
    const line = new TcpProxy(new URL(url));
    const store = await PostgresEventStore.open({ url: await line.listen(), log: BUSINESS });
    return new PostgresProcess(store, line);
  }

  get isOver(): boolean {
    return this.ending !== undefined;
  }

  stop(): Promise<void> {
    return (this.ending ??= this.end());
  }

  /** What the store does from here on reaches nobody; it is only given the time to notice. */
  kill(): Promise<void> {
    this.line.refuse(true);
    void this.stop();
    return Promise.resolve();
  }

  private async end(): Promise<void> {
    await this.store.close();
    await this.line.close();
  }
}

const MOMENT_MS = 1;

/** One log for many runs, with the processes that outlived the run before. */
export class SharedLog implements LogUnderTest {
  private readonly processes: PostgresProcess[] = [];
  private idle: PostgresProcess[] = [];

  /** @param url of the application's role */
  constructor(private readonly url: string) {}

  async start(): Promise<StoreProcess> {
    const waiting = this.idle.pop();
    if (waiting) return waiting;
    const process = await PostgresProcess.start(this.url);
    this.processes.push(process);
    return process;
  }

  async moments(count: number): Promise<void> {
    await delay(count * MOMENT_MS);
  }

  close(): Promise<void> {
    this.idle = this.processes.filter(({ isOver }) => !isOver);
    return Promise.resolve();
  }

  /** After the last run. */
  async end(): Promise<void> {
    await Promise.all(this.processes.map((process) => process.stop()));
  }
}
