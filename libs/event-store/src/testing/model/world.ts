import { StoreUnavailable } from '../../errors';
import type { AppendOptions, EventStore } from '../../event-store';
import { pause } from '../../pause';
import type { Attempt, Which } from './attempt';
import { checkOrder } from './checks';
import { judge } from './judge';
import type { LogModel } from './log-model';
import type { LogUnderTest, StoreProcess } from './log-under-test';
import type { Projection } from './projection';
import { Subscriber, type Subscribed } from './subscriber';

/** More than a group of appends can add. */
export const ALL = 10_000;
const RETRY_MS = 10;

/** The log under test with all who use it: two processes, subscribers, a projection. */
export class World {
  readonly subscribers: Subscriber[] = [];
  /** What has become of appends so far. */
  readonly outcomes = new Set<string>();

  constructor(
    readonly log: LogUnderTest,
    private readonly processes: [StoreProcess, StoreProcess],
    readonly live: Projection,
    readonly patienceMs: number,
  ) {}

  store(which: Which): EventStore {
    return this.processes[which].store;
  }

  subscribe(which: Which, subscribed: Subscribed, model: LogModel): void {
    this.subscribers.push(new Subscriber(this.store(which), subscribed, model.head));
  }

  send(attempt: Attempt, options?: AppendOptions): Promise<void> {
    return attempt.send(this.store(attempt.process), options);
  }

  /** Finds out what became of appends, and whether that is as it should be. */
  async settle(model: LogModel, attempts: readonly Attempt[]): Promise<void> {
    const store = this.store(0);
    for (const attempt of attempts) await attempt.resolve(store);
    const { events } = await this.store(1).readPage({ after: model.head, limit: ALL });
    checkOrder(store, model.start, [...model.events, ...events]);
    judge(model, attempts, events);
    for (const { outcome } of attempts) this.outcomes.add(outcome);
  }

  /** Ends a process and starts another, which goes on with the subscriptions from where each was. */
  async replace(which: Which, model: LogModel, end: (process: StoreProcess) => Promise<void>): Promise<void> {
    const old = this.processes[which];
    await end(old);
    this.processes[which] = await this.log.start();
    for (const subscriber of this.subscribers.filter(({ store }) => store === old.store)) {
      await subscriber.stop();
      const { place: after, subscribed } = subscriber;
      this.subscribe(which, { ...subscribed, after }, model);
    }
  }

  /** Resolves when both processes reach the server again. */
  async reachable(): Promise<void> {
    for (const { store } of this.processes) while (!(await canRead(store))) await pause(RETRY_MS);
  }

  async close(): Promise<void> {
    await Promise.all(this.subscribers.map((subscriber) => subscriber.stop()));
    await this.log.close();
  }
}

async function canRead(store: EventStore): Promise<boolean> {
  try {
    await store.head();
    return true;
  } catch (error) {
    if (error instanceof StoreUnavailable) return false;
    throw error;
  }
}
