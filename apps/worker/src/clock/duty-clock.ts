import { setTimeout as delay } from 'node:timers/promises';
import { Directory } from '@liuhen/access';
import type { EventStore, Runtime } from '@liuhen/event-store';
import type { Sql } from '@liuhen/kernel';
import {
  courtFactsOf,
  dutyRulebookOf,
  dutyWarningDecider,
  type Departure,
  type Lapse,
  type SupervisoryAct,
} from '@liuhen/supervision';
import { letDepart } from './departures';
import { letLapse } from './lapses';
import type { ClockReport } from './tick';
import { raiseWarnings } from './warnings';

export interface ClockOptions {
  /** Of the business log, with the clock to go by. */
  readonly runtime: Runtime;
  /** The administration log: who holds which post. */
  readonly administration: EventStore;
  /** Where the read model of duties is. */
  readonly db: Sql;
  readonly acts: readonly Pick<SupervisoryAct, 'events' | 'duties' | 'dutyKinds' | 'lapses' | 'departures'>[];
  readonly tickMs: number;
  readonly report: (report: ClockReport) => void;
}

/**
 * 预警、逾期、岗位变动: raises the warnings whose time has come, lets lapse what was not done in time, and sees who left the
 * post in which they were charged.
 *
 * The read model only says where to look; the streams decide. So whatever it does not know yet, several clocks at once,
 * and one that is killed between an append and anything else, add nothing twice: the second finds the first one's key or
 * is refused. The rows are not locked while they are worked on, for the tables belong to a build that may be replaced
 * meanwhile; two clocks at the same warning cost one of them a look into the stream. After a pause all that was missed
 * comes, each once, and says by its header when it really came.
 */
export class DutyClock {
  readonly #directory: Directory;
  readonly #decider;
  readonly #lapses: ReadonlyMap<string, Lapse>;
  readonly #departures: ReadonlyMap<string, Departure>;
  readonly #stopping = new AbortController();
  #settled: ReadonlySet<string> = new Set();
  #running: Promise<void> = Promise.resolve();

  constructor(private readonly options: ClockOptions) {
    this.#directory = new Directory(options.runtime.clock);
    this.#decider = dutyWarningDecider(dutyRulebookOf(options.acts));
    this.#lapses = new Map(options.acts.flatMap(({ lapses = {} }) => Object.entries(lapses)));
    this.#departures = new Map(options.acts.flatMap(({ departures = {} }) => Object.entries(departures)));
  }

  start(): void {
    this.#running = this.#run();
  }

  /** What is at work is finished first. */
  async stop(): Promise<void> {
    this.#stopping.abort();
    await this.#running;
  }

  /** Looks once at all that is due. */
  async tick(): Promise<void> {
    const { runtime, administration, db, report } = this.options;
    const directory = this.#directory;
    await directory.catchUp(administration);
    const { signal } = this.#stopping;
    const tick = { runtime, facts: courtFactsOf(directory), directory, db, signal, report };
    this.#settled = await raiseWarnings(this.#decider, this.#settled, tick);
    await letLapse(this.#lapses, tick);
    await letDepart(this.#departures, tick);
  }

  async #run(): Promise<void> {
    const { signal } = this.#stopping;
    while (!signal.aborted) {
      await this.tick().catch((error: unknown) =>
        this.options.report({ kind: 'failed', subject: 'duties', error }),
      );
      await delay(this.options.tickMs, undefined, { signal }).catch(() => undefined);
    }
  }
}
