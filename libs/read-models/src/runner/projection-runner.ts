import type { LogName, Projection } from '@liuhen/kernel';
import type { Build } from './build';
import { BuildWorker, type Workshop } from './build-worker';
import { claim, openBuilds, renew, resumeProjections } from './builds';
import { checkProjections, InvalidProjection } from './check-projections';
import { LogTail } from './log-tail';
import { TUNING, type RunnerOptions, type RunnerTuning } from './options';
import { backoffMs, pause } from './pause';
import { Slots } from './slots';
import { sqlOf } from './sql';

interface Running {
  readonly worker: BuildWorker;
  readonly abort: AbortController;
  readonly done: Promise<void>;
}

/**
 * Advances the builds of its projections. Any number of runners may work on one database: a build belongs to the
 * one that holds its lease, and a lease that is not renewed is taken by another.
 *
 * The builds are made by `prepareBuilds` and `startRebuild` as the database's owner; this works as the application.
 */
export class ProjectionRunner {
  readonly #db;
  readonly #tuning: RunnerTuning;
  readonly #workshops: ReadonlyMap<LogName, Workshop>;
  readonly #projections: ReadonlyMap<string, Projection>;
  readonly #running = new Map<string, Running>();
  readonly #stopping = new AbortController();
  #loops: readonly Promise<void>[] = [];

  /** @throws InvalidProjection */
  constructor(private readonly options: RunnerOptions) {
    checkProjections(options.projections);
    this.#db = sqlOf(options.pool);
    this.#tuning = { ...TUNING, ...options.tuning };
    this.#projections = new Map(options.projections.map((projection) => [projection.name, projection]));
    this.#workshops = workshops(options, this.#tuning);
  }

  /** Also tries again what had stopped: a start often brings the repaired projection. */
  async start(): Promise<void> {
    const { signal } = this.#stopping;
    const { leaseMs, lookMs } = this.#tuning;
    await resumeProjections(this.#db, this.options.projections);
    const tails = [...this.#workshops.values()].map(({ tail }) => tail.follow(signal));
    this.#loops = [
      ...tails,
      this.#repeat(() => this.#lookRound(), lookMs, signal),
      this.#repeat(() => this.#renewLeases(), leaseMs / 3, signal),
    ];
  }

  /** Pages at work are finished and committed, and the builds let go. */
  async stop(): Promise<void> {
    this.#stopping.abort();
    await Promise.all(this.#loops);
    const running = [...this.#running.values()];
    for (const { abort } of running) abort.abort();
    await Promise.all(running.map(({ done }) => done));
  }

  async #repeat(work: () => Promise<void>, everyMs: number, signal: AbortSignal): Promise<void> {
    let failures = 0;
    while (!signal.aborted) {
      try {
        await work();
        failures = 0;
        await pause(everyMs, signal);
      } catch (error) {
        this.options.report({ kind: 'retrying', subject: 'read.builds', error });
        await pause(Math.min(backoffMs(++failures), this.#tuning.leaseMs / 3), signal);
      }
    }
  }

  async #renewLeases(): Promise<void> {
    const held = [...this.#running].map(([build, { worker }]) => ({ build, token: worker.token }));
    if (held.length > 0) await renew(this.#db, held, this.#tuning.leaseMs);
  }

  /** Gives up what is not ours any more, takes what nobody holds. */
  async #lookRound(): Promise<void> {
    const builds = await openBuilds(this.#db, this.options.projections);
    const tokens = new Map(builds.map(({ build, token }) => [build, token]));
    for (const [build, { worker, abort }] of this.#running) {
      if (tokens.get(build) !== worker.token) abort.abort();
    }
    for (const build of builds) {
      if (build.free && !build.stopped && !this.#running.has(build.build)) await this.#take(build);
    }
  }

  async #take(free: Build): Promise<void> {
    const projection = this.#projections.get(free.projection);
    const workshop = projection && this.#workshops.get(projection.log);
    if (!workshop) return;
    const build = await claim(this.#db, free, this.options.owner, this.#tuning.leaseMs);
    if (!build) return;
    this.options.report({ kind: 'claimed', build: build.build, projection: build.projection });
    const worker = new BuildWorker(workshop, projection, build);
    const abort = new AbortController();
    const done = worker.run(abort.signal).finally(() => this.#running.delete(build.build));
    this.#running.set(build.build, { worker, abort, done });
  }
}

function workshops(
  { pool, stores, projections, report }: RunnerOptions,
  tuning: RunnerTuning,
): ReadonlyMap<LogName, Workshop> {
  const slots = new Slots(tuning.concurrency);
  const made = new Map<LogName, Workshop>();
  for (const { name, log } of projections) {
    const store = stores[log];
    if (!store) throw new InvalidProjection(name, `there is no store of the log ${log}`);
    const onError = (error: unknown): void => report({ kind: 'retrying', subject: log, error });
    if (!made.has(log))
      made.set(log, { pool, store, tail: new LogTail(store, onError), slots, tuning, report });
  }
  return made;
}
