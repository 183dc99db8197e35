import { setTimeout as delay } from 'node:timers/promises';
import { Directory, systemAct } from '@liuhen/access';
import { holdersOn } from '@liuhen/courts';
import { execute, type EventStore, type Runtime } from '@liuhen/event-store';
import { chinaDateOf, isRefusal, type Refusal, type Sql } from '@liuhen/kernel';
import {
  dueWarnings,
  overdueDuties,
  personalDuties,
  type DueWarning,
  type OverdueDuty,
  type PersonalDuty,
} from '@liuhen/read-models';
import {
  courtFactsOf,
  dutyRulebookOf,
  dutyWarningDecider,
  isSettled,
  warningKey,
  type Departure,
  type DutyReference,
  type Lapse,
  type LapseContext,
  type SupervisoryAct,
} from '@liuhen/supervision';

/** What the clock did; `refused` is the law's or the procedure's "not yet", `failed` is tried again at the next tick. */
export type ClockReport =
  | { readonly kind: 'warned' | 'lapsed' | 'departed'; readonly stream: string; readonly duty: string }
  | { readonly kind: 'refused'; readonly stream: string; readonly duty: string; readonly refusal: Refusal }
  | { readonly kind: 'failed'; readonly subject: string; readonly error: unknown };

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

type Circumstances = Pick<LapseContext, 'runtime' | 'facts'>;

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
  /** What the streams have settled and the read model still shows, so that it is not asked again. */
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

  /** The warning or lapse at work is finished first. */
  async stop(): Promise<void> {
    this.#stopping.abort();
    await this.#running;
  }

  /** Looks once at all that is due. */
  async tick(): Promise<void> {
    const { runtime, administration } = this.options;
    await this.#directory.catchUp(administration);
    const circumstances = { runtime, facts: courtFactsOf(this.#directory) };
    await this.#warn(circumstances);
    await this.#lapse(circumstances);
    await this.#depart(circumstances);
  }

  async #run(): Promise<void> {
    const { signal } = this.#stopping;
    while (!signal.aborted) {
      await this.tick().catch((error: unknown) => this.#failed('duties', error));
      await delay(this.options.tickMs, undefined, { signal }).catch(() => undefined);
    }
  }

  async #warn(circumstances: Circumstances): Promise<void> {
    const shown = new Set<string>();
    for await (const warning of dueWarnings(this.options.db, circumstances.runtime.clock.now())) {
      if (this.#stopping.signal.aborted) return;
      const key = JSON.stringify([warning.stream, warningKey(warning)]);
      if (this.#settled.has(key) || (await this.#raise(warning, circumstances))) shown.add(key);
    }
    this.#settled = shown;
  }

  /** @returns whether nothing is left to be done about it. */
  async #raise(
    { stream, caseNumber, duty, step, to, at }: DueWarning,
    { runtime, facts }: Circumstances,
  ): Promise<boolean> {
    const warning = { duty, step, to, at };
    try {
      const { replayed } = await execute(runtime, {
        decider: this.#decider,
        stream,
        caseNumber,
        command: { type: 'RaiseDutyWarning', data: warning },
        act: systemAct(`clock/${warningKey(warning)}`, 'clock'),
        permit: () => undefined,
        facts: () => Promise.resolve(facts),
      });
      if (!replayed) this.options.report({ kind: 'warned', stream, duty });
      return true;
    } catch (error) {
      if (isRefusal(error) && isSettled(error)) return true;
      this.#failed(`${stream} ${duty}`, error);
      return false;
    }
  }

  async #lapse({ runtime, facts }: Circumstances): Promise<void> {
    if (this.#lapses.size === 0) return;
    const today = chinaDateOf(runtime.clock.now());
    for await (const overdue of overdueDuties(this.options.db, [...this.#lapses.keys()], today)) {
      if (this.#stopping.signal.aborted) return;
      await this.#letLapse(overdue, { runtime, facts });
    }
  }

  async #letLapse({ kind, ...duty }: OverdueDuty, circumstances: Circumstances): Promise<void> {
    const act = systemAct(`clock/${duty.duty}/lapse`, 'clock');
    await this.#follow('lapsed', duty, () => this.#lapses.get(kind)?.(duty, { ...circumstances, act }));
  }

  async #depart(circumstances: Circumstances): Promise<void> {
    if (this.#departures.size === 0) return;
    const { posts, today } = this.#directory;
    for await (const held of personalDuties(this.options.db, [...this.#departures.keys()])) {
      if (this.#stopping.signal.aborted) return;
      const isThere = holdersOn(posts, held.post, today).some(({ person }) => person === held.person);
      if (!isThere) await this.#letDepart(held, circumstances);
    }
  }

  async #letDepart({ kind, ...duty }: PersonalDuty, circumstances: Circumstances): Promise<void> {
    const act = systemAct(`clock/${duty.duty}/departure/${duty.person}`, 'clock');
    await this.#follow('departed', duty, () => this.#departures.get(kind)?.(duty, { ...circumstances, act }));
  }

  /** Does what follows from a duty's state, and reports it once. */
  async #follow(
    kind: 'lapsed' | 'departed',
    { stream, duty }: DutyReference,
    command: () => Promise<unknown> | undefined,
  ): Promise<void> {
    try {
      if (!isReplayed(await command())) this.options.report({ kind, stream, duty });
    } catch (error) {
      if (isRefusal(error)) this.options.report({ kind: 'refused', stream, duty, refusal: error });
      else this.#failed(`${stream} ${duty}`, error);
    }
  }

  #failed(subject: string, error: unknown): void {
    this.options.report({ kind: 'failed', subject, error });
  }
}

/** It had been done before, and the read model has not been told yet. */
const isReplayed = (receipt: unknown): boolean =>
  (Object(receipt) as { readonly replayed?: unknown }).replayed === true;
