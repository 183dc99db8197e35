import { ForeignPosition, type EventStore, type Page } from '@liuhen/event-store';
import type { Position, Projection } from '@liuhen/kernel';
import type { Pool } from 'pg';
import type { Build } from './build';
import { ApplyFailed, BuildWriter, type Written } from './build-writer';
import { CheckpointMoved, readBuild, recordHalt, release } from './builds';
import { Halted } from './halt';
import type { LogTail } from './log-tail';
import type { RunnerReport, RunnerTuning } from './options';
import { backoffMs, pause } from './pause';
import { ReadAhead } from './read-ahead';
import type { Slots } from './slots';
import { sqlOf } from './sql';

/** What a worker shares with the others of its runner. */
export interface Workshop {
  readonly pool: Pool;
  readonly store: EventStore;
  readonly tail: LogTail;
  readonly slots: Slots;
  readonly tuning: RunnerTuning;
  readonly report: (report: RunnerReport) => void;
}

/** Advances one build for as long as it holds it. */
export class BuildWorker {
  readonly #writer: BuildWriter;
  readonly #log: ReadAhead;
  #state: Build['state'] = 'building';
  /** The stored checkpoint is known. Not so after any failure: a commit may have been done without an answer. */
  #certain = false;
  #position: Position | undefined;
  /** Examined beyond `#position` without finding anything: saved now and then, for it is cheap to find again. */
  #scanned: Position | undefined;
  #savedAt = 0;

  constructor(
    private readonly workshop: Workshop,
    private readonly projection: Projection,
    private readonly hold: Pick<Build, 'build' | 'projection' | 'token'>,
  ) {
    const { pool, store, tuning } = workshop;
    this.#writer = new BuildWriter(pool, store, projection, hold, tuning);
    this.#log = new ReadAhead(store, Object.keys(projection.events), tuning.pageSize);
  }

  get token(): string {
    return this.hold.token;
  }

  /** Until the signal, a halt, or the loss of the build; a page at work is finished first. Does not throw. */
  async run(signal: AbortSignal): Promise<void> {
    let held = true;
    let failures = 0;
    while (held && !signal.aborted) {
      try {
        await this.#round(signal);
        failures = 0;
      } catch (error) {
        this.#certain = false;
        held = await this.#recover(error, ++failures, signal);
      }
    }
    if (held) await this.#letGo();
  }

  async #round(signal: AbortSignal): Promise<void> {
    if (!this.#certain) await this.#adoptCheckpoint();
    const { tail, tuning } = this.workshop;
    const startedAt = performance.now();
    const seen = tail.changes;
    const page = await this.#log.read(this.#scanned);
    if (page.events.length > 0) await this.#apply(page);
    else this.#scanned = page.scannedTo ?? this.#scanned;
    if (page.atHead && this.#state === 'building') await this.#publish();
    if (performance.now() - this.#savedAt >= tuning.idleSaveMs) await this.#save();
    if (!page.atHead) return;
    await tail.changed(seen, this.#settled ? tuning.pollMs : tuning.idleSaveMs, signal);
    await pause(startedAt + tuning.paceMs - performance.now(), signal);
  }

  /** @throws CheckpointMoved if the build is somebody else's by now. */
  async #adoptCheckpoint(): Promise<void> {
    const { pool, store } = this.workshop;
    const build = await readBuild(sqlOf(pool), this.hold.build);
    if (build?.token !== this.hold.token || build.state === 'retired' || build.stopped)
      throw new CheckpointMoved(this.hold.build);
    this.#state = build.state;
    this.#position = build.position === null ? undefined : store.parsePosition(build.position);
    this.#scanned = this.#position;
    this.#certain = true;
  }

  /** A page that fails is applied again event by event, so that all before the poisonous one counts. */
  async #apply({ events, scannedTo }: Page): Promise<void> {
    try {
      await this.#write(events, scannedTo);
    } catch (error) {
      if (!(error instanceof ApplyFailed)) throw error;
      for (const event of events) await this.#applyAlone(event);
      await this.#write([], scannedTo);
    }
  }

  async #applyAlone(event: Page['events'][number]): Promise<void> {
    try {
      await this.#write([event], event.position);
    } catch (error) {
      if (error instanceof ApplyFailed) throw new Halted('poison-event', event, { cause: error.cause });
      throw error;
    }
  }

  async #write(events: Page['events'], to: Position | undefined): Promise<void> {
    this.#moved(await this.workshop.slots.run(() => this.#writer.write(events, this.#position, to)));
  }

  async #publish(): Promise<void> {
    const { slots, report } = this.workshop;
    const { published, ...written } = await slots.run(() =>
      this.#writer.publish(this.#position, this.#scanned),
    );
    this.#moved(written);
    if (!published) return;
    this.#state = 'live';
    report({ kind: 'published', ...this.#subject });
  }

  /** Nothing is left to do until the log goes on. */
  get #settled(): boolean {
    return this.#state === 'live' && this.#scanned === this.#position;
  }

  async #save(): Promise<void> {
    if (this.#scanned !== this.#position) await this.#write([], this.#scanned);
  }

  #moved({ to, events }: Written): void {
    this.#position = to;
    this.#scanned = to;
    this.#savedAt = performance.now();
    this.workshop.report({ kind: 'advanced', ...this.#subject, events, position: to });
  }

  /** @returns whether the build is still held, as far as is known. */
  async #recover(error: unknown, failures: number, signal: AbortSignal): Promise<boolean> {
    try {
      const ended = await this.#end(error);
      if (ended) return false;
      this.#retrying(error);
    } catch (another) {
      this.#retrying(another);
    }
    await pause(backoffMs(failures), signal);
    return true;
  }

  /** @returns whether this error ends the work on the build. */
  async #end(error: unknown): Promise<boolean> {
    const halt = haltOf(error);
    if (!halt && !(error instanceof CheckpointMoved)) return false;
    // A halt under a lost token is the stale worker's own trouble, and nobody's concern.
    const stopped = halt && (await recordHalt(sqlOf(this.workshop.pool), this.hold, halt));
    const { report } = this.workshop;
    report(stopped ? { kind: 'stopped', ...this.#subject, halt } : { kind: 'lost', ...this.#subject });
    return true;
  }

  async #letGo(): Promise<void> {
    try {
      if (this.#certain) await this.#save();
      if (await release(sqlOf(this.workshop.pool), this.hold)) return;
    } catch (error) {
      if (!(error instanceof CheckpointMoved)) {
        this.#retrying(error);
        return;
      }
    }
    this.workshop.report({ kind: 'lost', ...this.#subject });
  }

  #retrying(error: unknown): void {
    this.workshop.report({ kind: 'retrying', subject: this.hold.projection, error });
  }

  get #subject(): Pick<Build, 'build' | 'projection'> {
    return { build: this.hold.build, projection: this.hold.projection };
  }
}

function haltOf(error: unknown): Halted | undefined {
  if (error instanceof Halted) return error;
  return error instanceof ForeignPosition
    ? new Halted('foreign-position', undefined, { cause: error })
    : undefined;
}
