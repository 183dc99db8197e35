import { setTimeout as delay } from 'node:timers/promises';
import type { EventStore } from '@liuhen/event-store';
import type { Sql } from '@liuhen/kernel';
import type { Build } from './build';
import type { EventStores } from './options';

/** A query asked for more than its read model has: ask again later. */
export class ReadModelBehind extends Error {
  override readonly name = 'ReadModelBehind';
  readonly code = 'read-model-behind';

  constructor(
    readonly projection: string,
    /** It does not go on by itself: waiting is in vain until somebody has looked at it. */
    readonly stopped: boolean,
  ) {
    super(
      stopped ? '查询数据已停止更新，请联系运行维护人员' : '查询数据尚未更新到您刚提交的内容，请稍后重试',
    );
  }
}

/** Monotonic time in milliseconds; a parameter so that tests own it. */
export interface Stopwatch {
  now(): number;
  sleep(ms: number): Promise<unknown>;
}

const DEFAULT_TIMEOUT_MS = 2_000;
const POLL_MS = 20;

/** Lets a query see what its caller has just written. */
export class ReadModels {
  constructor(
    private readonly db: Sql,
    private readonly stores: EventStores,
    private readonly stopwatch: Stopwatch = { now: () => performance.now(), sleep: delay },
  ) {}

  /**
   * Returns when the live build of the projection has everything up to the position (a text as a receipt gave it).
   *
   * @throws ReadModelBehind after the timeout, or at once when the build has stopped before the position.
   * @throws ForeignPosition if it is no position of the log that the projection reads.
   */
  async waitFor(projection: string, position: string, timeoutMs = DEFAULT_TIMEOUT_MS): Promise<void> {
    const deadline = this.stopwatch.now() + timeoutMs;
    for (;;) {
      const live = await this.#liveBuild(projection);
      if (reaches(this.#storeOf(live), live.position, position)) return;
      if (live.stopped || this.stopwatch.now() >= deadline)
        throw new ReadModelBehind(projection, live.stopped);
      await this.stopwatch.sleep(POLL_MS);
    }
  }

  async #liveBuild(projection: string): Promise<LiveBuild> {
    const { rows } = await this.db.query<LiveBuild>(
      `select log, position, stopped_at is not null as stopped from read.builds
        where projection = $1 and state = 'live'`,
      [projection],
    );
    if (!rows[0]) throw new Error(`projection ${projection} has no live build; has prepareBuilds run?`);
    return rows[0];
  }

  #storeOf({ log }: LiveBuild): EventStore {
    const store = this.stores[log];
    if (!store) throw new Error(`there is no store of the log ${log}`);
    return store;
  }
}

type LiveBuild = Pick<Build, 'log' | 'position' | 'stopped'>;

function reaches(store: EventStore, reached: string | null, wanted: string): boolean {
  const goal = store.parsePosition(wanted);
  return reached !== null && store.compare(store.parsePosition(reached), goal) >= 0;
}
