import { MemoryEventStore, TEST_LOG } from '@liuhen/event-store/testing';
import type { Projection } from '@liuhen/kernel';
import {
  prepareBuilds,
  ProjectionRunner,
  type RunnerOptions,
  type RunnerReport,
  type RunnerTuning,
} from '@liuhen/read-models';
import { Pool } from 'pg';
import { freshDatabase } from '../support/database';
import { Relay } from './relay';

/** Builds are filled and leases run out in real time, on whatever machine. */
jest.setTimeout(60_000);

/** Something that a test waits for, or lets others wait for. */
export class Gate {
  #open: () => void = () => undefined;
  readonly opened = new Promise<void>((resolve) => (this.#open = resolve));

  readonly open = (): void => this.#open();
}

/** What runners told, and a way to wait for what they will tell. */
class Reports {
  readonly all: RunnerReport[] = [];
  readonly #waiting = new Set<() => void>();

  readonly report = (report: RunnerReport): void => {
    this.all.push(report);
    for (const look of [...this.#waiting]) look();
  };

  /** The first report that matches, of those that were told or will be. */
  async until(matches: (report: RunnerReport) => boolean): Promise<RunnerReport> {
    return new Promise((resolve) => {
      const look = (): void => {
        const found = this.all.find(matches);
        if (!found) return;
        this.#waiting.delete(look);
        resolve(found);
      };
      this.#waiting.add(look);
      look();
    });
  }

  ofKind(kind: RunnerReport['kind']): readonly RunnerReport[] {
    return this.all.filter((report) => report.kind === kind);
  }

  /** The checkpoint has reached the position in the build, or in any of the projection's. */
  readonly reached = (name: string, position: string | undefined): Promise<RunnerReport> =>
    this.until(
      (report) =>
        report.kind === 'advanced' &&
        report.position === position &&
        (report.projection === name || report.build === name),
    );
}

export type Bench = Awaited<ReturnType<typeof openBench>>;

/** A database, a log in memory, and builds of these projections. */
export async function openBench(projections: readonly Projection[]) {
  const database = await freshDatabase();
  await prepareBuilds(database.ownerUrl, projections);
  const store = new MemoryEventStore(TEST_LOG);
  const owner = newPool(database.ownerUrl);
  const app = newPool(database.appUrl);
  const closing: (() => Promise<unknown>)[] = [() => store.close(), () => owner.end(), () => app.end()];
  return {
    ...database,
    store,
    owner,
    app,
    /** A runner with a pool of its own, not started. */
    newRunner(options: Partial<Omit<RunnerOptions, 'tuning'>> = {}, tuning: Partial<RunnerTuning> = {}) {
      const reports = new Reports();
      const pool = options.pool ?? newPool(database.appUrl);
      const report = reports.report;
      const fixed = { pool, stores: { business: store }, projections, owner: 'worker', report };
      const runner = new ProjectionRunner({ ...fixed, ...options, tuning: { ...QUICK, ...tuning } });
      closing.unshift(async () => {
        await runner.stop();
        await pool.end();
      });
      return { runner, reports, pool };
    },
    /** A way to the database for one worker alone. */
    async newRelay(): Promise<Relay> {
      const relay = await Relay.to(database.appUrl);
      closing.push(() => relay.close());
      return relay;
    },
    async rows(query: string, values: readonly unknown[] = []): Promise<readonly Record<string, unknown>[]> {
      return (await owner.query<Record<string, unknown>>(query, [...values])).rows;
    },
    async close(): Promise<void> {
      for (const close of closing) await close();
      await database.drop();
    },
  };
}

/** Little pages, so that there are many; wake-ups alone, so that a lost one would be seen. */
const QUICK: Partial<RunnerTuning> = { pageSize: 7, idleSaveMs: 5, paceMs: 1, pollMs: 600_000 };

export function newPool(connectionString: string): Pool {
  const pool = new Pool({ connectionString, max: 8 });
  // Tests cut connections; whoever needed one is told by its query.
  pool.on('error', () => undefined);
  return pool;
}

/** One value for the rows of a table, whatever their order. */
export const contentOf = async (pool: Pool, table: string): Promise<string> => {
  const { rows } = await pool.query<{ hash: string }>(
    `select coalesce(md5(string_agg(t::text, E'\\n' order by t::text)), 'empty') as hash from ${table} t`,
  );
  return rows[0]?.hash ?? '';
};
