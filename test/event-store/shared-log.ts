import type { EventStore } from '@liuhen/event-store';
import { setTimeout as delay } from 'node:timers/promises';
import type { LogUnderTest, StoreProcess } from '../../libs/event-store/src/testing/model';
import { TcpProxy } from './tcp-proxy';

type OpenAt = (url: string) => Promise<EventStore>;

/** A store that reaches its server by a line of its own, which can be cut. */
class ProcessOnALine implements StoreProcess {
  private ending: Promise<void> | undefined;

  private constructor(
    readonly store: EventStore,
    private readonly line: TcpProxy,
  ) {}

  static async start(url: string, openAt: OpenAt): Promise<ProcessOnALine> {
    const line = new TcpProxy(new URL(url));
    const store = await openAt(await line.listen());
    return new ProcessOnALine(store, line);
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
  private readonly processes: ProcessOnALine[] = [];
  private idle: ProcessOnALine[] = [];

  constructor(
    private readonly url: string,
    private readonly openAt: OpenAt,
  ) {}

  async start(): Promise<StoreProcess> {
    const waiting = this.idle.pop();
    if (waiting) return waiting;
    const process = await ProcessOnALine.start(this.url, this.openAt);
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
