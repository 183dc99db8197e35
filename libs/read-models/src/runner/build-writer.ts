import type { EventStore } from '@liuhen/event-store';
import { decodeAll, type Position, type Projection, type Sql, type StoredEvent } from '@liuhen/kernel';
import type { Pool } from 'pg';
import type { Build } from './build';
import { advance, type Hold } from './builds';
import { Halted } from './halt';
import type { RunnerTuning } from './options';
import { inTransaction, isTransient, sqlStateOf } from './sql';

/** The projection refused a page, for a reason that lies in the events or in itself. */
export class ApplyFailed extends Error {
  override readonly name = 'ApplyFailed';

  constructor(override readonly cause: unknown) {
    super('the page could not be applied', { cause });
  }
}

/** The projection went on after a statement of its own had failed. */
const TRANSACTION_ABORTED = '25P02';

export interface Written {
  /** The new checkpoint. */
  readonly to: Position | undefined;
  /** Applied. */
  readonly events: number;
}

/**
 * The transactions of one build. A page's changes and its checkpoint commit together: a crash before the commit
 * leaves neither, a crash after it both, and the next owner continues from the stored checkpoint either way.
 */
export class BuildWriter {
  readonly #begin: string;

  constructor(
    private readonly pool: Pool,
    private readonly store: EventStore,
    private readonly projection: Projection,
    private readonly hold: Hold,
    private readonly tuning: RunnerTuning,
  ) {
    // Losing the last commits with the server is harmless, the log has them: no need to wait for the disk.
    // A paused worker must not keep the build's rows locked for longer than its lease.
    this.#begin = `begin;
      set local search_path to "${hold.build}", pg_temp;
      set local synchronous_commit to off;
      set local statement_timeout to ${String(tuning.statementTimeoutMs)};
      set local idle_in_transaction_session_timeout to ${String(tuning.leaseMs)}`;
  }

  /** @throws ApplyFailed | CheckpointMoved | ConnectionLost */
  async write(
    events: readonly StoredEvent[],
    from: Position | undefined,
    to: Position | undefined,
  ): Promise<Written> {
    return inTransaction(this.pool, this.#begin, (db) => this.#write(db, events, from, to));
  }

  /**
   * The last page and the change of views. The live build's checkpoint is locked first, so that the new one is
   * never behind what a reader has already seen.
   *
   * @returns `published` false if it is still behind the live one: the page counts, try again.
   */
  async publish(
    from: Position | undefined,
    after: Position | undefined,
  ): Promise<Written & { readonly published: boolean }> {
    return inTransaction(this.pool, this.#begin, async (db) => {
      const live = await this.#lockLive(db);
      const page = await this.store.readPage({
        after,
        types: Object.keys(this.projection.events),
        limit: this.tuning.pageSize,
      });
      const written = await this.#write(db, page.events, from, page.scannedTo ?? after);
      const published = this.#reaches(written.to, live);
      if (published) await this.#changeViews(db);
      return { ...written, published };
    });
  }

  async #write(
    db: Sql,
    events: readonly StoredEvent[],
    from: Position | undefined,
    to: Position | undefined,
  ): Promise<Written> {
    await this.#apply(db, events);
    const { leaseMs } = this.tuning;
    try {
      await advance(db, this.hold, { from: from ?? null, to: to ?? null, events: events.length, leaseMs });
    } catch (error) {
      throw sqlStateOf(error) === TRANSACTION_ABORTED ? new ApplyFailed(error) : error;
    }
    return { to, events: events.length };
  }

  async #apply(db: Sql, events: readonly StoredEvent[]): Promise<void> {
    try {
      const page = decodeAll(this.projection.events, events);
      if (page.length > 0) await this.projection.apply(db, page);
    } catch (error) {
      throw isTransient(error) ? error : new ApplyFailed(error);
    }
  }

  /** Locks both builds, in the order of their names as everybody does; gives the live one's checkpoint. */
  async #lockLive(db: Sql): Promise<string | null> {
    const { rows } = await db.query<Pick<Build, 'state' | 'position'>>(
      `select state, position from read.builds
        where projection = $1 and state <> 'retired' order by build for update`,
      [this.projection.name],
    );
    return rows.find(({ state }) => state === 'live')?.position ?? null;
  }

  #reaches(to: Position | undefined, live: string | null): boolean {
    if (live === null) return true;
    return to !== undefined && this.store.compare(to, this.store.parsePosition(live)) >= 0;
  }

  async #changeViews(db: Sql): Promise<void> {
    try {
      await db.query('select read.publish($1, $2)', [this.hold.build, this.hold.token]);
    } catch (error) {
      throw isTransient(error) ? error : new Halted('publish-failed', undefined, { cause: error });
    }
  }
}
