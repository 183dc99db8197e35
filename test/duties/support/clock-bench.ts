import { Directory, seedDirectory } from '@liuhen/access';
import { postDecider, postStream, type PostCommand } from '@liuhen/courts';
import { execute, type EventStore, type Runtime } from '@liuhen/event-store';
import { FixedClock, MemoryEventStore, seededEntropy, TEST_LOG } from '@liuhen/event-store/testing';
import {
  decodeAll,
  type Decider,
  type DutyChange,
  type Instant,
  type Message,
  type Recorded,
  type Sql,
} from '@liuhen/kernel';
import { someAct } from '@liuhen/kernel/testing';
import { ReadModels, sqlOf } from '@liuhen/read-models';
import { dutyWarningEvents, type Departure, type DutyWarningEvent, type Lapse } from '@liuhen/supervision';
import { DutyClock } from '../../../apps/worker/src/clock/duty-clock';
import type { ClockReport } from '../../../apps/worker/src/clock/tick';
import { openBench, type Bench } from '../../read-models/bench';
import { BASIS, CASE, testAct, testProjection, type DutiesChanged } from './test-duties';

type Change = Message<'ChangeDuties', { changes: readonly DutyChange[] }>;

export const changeDuties: Decider<null, Change, DutiesChanged> = {
  events: testAct.events,
  initial: null,
  decide: ({ data }) => [{ type: 'DutiesChanged', data }],
  evolve: () => null,
};

export interface ClockSettings {
  readonly store?: EventStore;
  readonly db?: Sql;
  readonly lapses?: Readonly<Record<string, Lapse>>;
  readonly departures?: Readonly<Record<string, Departure>>;
}

/** A log of duties, its read model, and clocks that all go by one time. */
export class ClockBench {
  readonly time = new FixedClock('2026-03-02T01:00:00.000Z');
  readonly reports: ClockReport[] = [];
  readonly #entropy = seededEntropy('clock');
  #commands = 0;

  private constructor(
    private readonly bench: Bench,
    private readonly administration: MemoryEventStore,
  ) {}

  static async open(): Promise<ClockBench> {
    const bench = await openBench([testProjection]);
    const administration = new MemoryEventStore({ ...TEST_LOG, name: 'administration' });
    const made = new ClockBench(bench, administration);
    await seedDirectory(made.#runtimeOf(administration), { demonstration: true });
    return made;
  }

  get store(): EventStore {
    return this.bench.store;
  }

  get db(): Sql {
    return sqlOf(this.bench.app);
  }

  /** Starts what fills the read model. */
  startRunner(): Promise<void> {
    return this.bench.newRunner().runner.start();
  }

  /** A clock as a worker has one. */
  newClock({ store = this.store, db = this.db, ...following }: ClockSettings = {}): DutyClock {
    return new DutyClock({
      runtime: this.#runtimeOf(store),
      administration: this.administration,
      db,
      acts: [{ ...testAct, ...following }],
      tickMs: 1,
      report: (report) => this.reports.push(report),
    });
  }

  /** Records what is done to duties of the case, by its handling judge. */
  async change(changes: readonly DutyChange[], caseNumber = CASE): Promise<void> {
    await execute(this.#runtimeOf(this.store), {
      decider: changeDuties,
      stream: `case-${caseNumber}`,
      caseNumber,
      command: { type: 'ChangeDuties', data: { changes } },
      act: someAct({ key: `change-${String(++this.#commands)}`, basis: [BASIS] }),
      permit: () => undefined,
      facts: () => Promise.resolve(undefined),
    });
  }

  /** Records that somebody leaves a post. */
  leaves(post: string, person: string, on: string): Promise<void> {
    return this.atPost(post, { type: 'RecordPersonLeft', data: { person, on, reason: null } });
  }

  /** Records what becomes of a post and those in it. */
  async atPost(post: string, command: PostCommand): Promise<void> {
    const { courts, posts } = await this.#directory();
    await execute(this.#runtimeOf(this.administration), {
      decider: postDecider,
      stream: postStream(post),
      caseNumber: null,
      command,
      act: someAct({ key: `post-${String(++this.#commands)}` }),
      permit: () => undefined,
      facts: () => Promise.resolve({ postId: post, courts, posts }),
    });
  }

  async #directory(): Promise<Directory> {
    const directory = new Directory(this.time);
    await directory.catchUp(this.administration);
    return directory;
  }

  /** Waits until the read model knows all that is recorded. */
  async caughtUp(): Promise<void> {
    const head = await this.store.head();
    if (head !== undefined)
      await new ReadModels(this.db, { business: this.store }).waitFor(testProjection.name, head, 30_000);
  }

  /** One look of a clock at the moment. */
  async tickAt(moment: Instant, clock: DutyClock): Promise<void> {
    this.time.set(moment);
    await this.caughtUp();
    await clock.tick();
  }

  async warnings(caseNumber = CASE): Promise<readonly Recorded<DutyWarningEvent>[]> {
    return decodeAll(dutyWarningEvents, await this.store.readStream(`case-${caseNumber}`));
  }

  close(): Promise<void> {
    return this.bench.close();
  }

  #runtimeOf(store: EventStore): Runtime {
    return { store, clock: this.time, entropy: this.#entropy };
  }
}
