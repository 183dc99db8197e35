import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { mintToken } from '@liuhen/access';
import type { Pool } from 'pg';
import { prepareReadModels } from '../../../apps/worker/src/run-worker';
import { newPool } from '../../read-models/bench';
import { AppProcess } from '../../support/app-process';
import { freshDatabase, type TestDatabase } from '../../support/database';
import { until } from '../../support/until';

/** A server of an installation, and a judge who works with it. */
export interface Api {
  readonly process: AppProcess;
  readonly url: string;
  /** Requests go out as this judge's. */
  call(path: string, init?: { readonly headers: object; readonly body?: string }): Promise<Response>;
}

/** What the list of builds says of a live one. */
export interface LiveBuild {
  readonly build: string;
  readonly owner: string | null;
  readonly token: number;
  readonly events: number;
}

/** One database, prepared, on which any number of servers and workers run as processes of their own. */
export class Installation {
  readonly #processes: AppProcess[] = [];
  readonly #dataDirs: string[] = [];

  private constructor(
    readonly database: TestDatabase,
    /** Sees all of the database and what its sessions wait for. */
    readonly operator: Pool,
  ) {}

  static async create(): Promise<Installation> {
    const database = await freshDatabase();
    await prepareReadModels(database.ownerUrl);
    return new Installation(database, newPool(database.operatorUrl));
  }

  async api(name: string): Promise<Api> {
    const { process, dataDir } = this.#start('api', name, {});
    const { url = '' } = await process.started();
    const authorization = `Bearer ${await mintToken(dataDir, 'jiang-xue')}`;
    return {
      process,
      url,
      call: (path, { headers = {}, body } = { headers: {} }) =>
        fetch(`${url}/api/v1${path}`, {
          headers: { authorization, 'content-type': 'application/json', ...headers },
          ...(body === undefined ? {} : { method: 'POST', body }),
        }),
    };
  }

  async worker(name: string, environment: Readonly<Record<string, string>> = {}): Promise<AppProcess> {
    const { process } = this.#start('worker', name, environment);
    await process.started();
    return process;
  }

  #start(app: 'api' | 'worker', name: string, environment: Readonly<Record<string, string>>) {
    const dataDir = mkdtempSync(join(tmpdir(), 'liuhen-processes-'));
    this.#dataDirs.push(dataDir);
    const url = new URL(this.database.appUrl);
    url.searchParams.set('application_name', name);
    const process = new AppProcess(app, dataDir, { DATABASE_APP_URL: url.href, ...environment });
    this.#processes.push(process);
    return { process, dataDir };
  }

  async liveBuilds(): Promise<readonly LiveBuild[]> {
    const { rows } = await this.operator.query<LiveBuild>(
      `select build, owner, token::int, events_applied::int as events from read.builds
        where state = 'live' order by projection`,
    );
    return rows;
  }

  /** Until the worker holds every read model and has brought it on, over events that came since. */
  async takenOver({ owner }: AppProcess): Promise<void> {
    await until(async () => {
      const { rows } = await this.operator.query<{ taken: boolean }>(
        `select bool_and(coalesce(owner = $1 and position is distinct from claimed_position, false)) as taken
           from read.builds where state = 'live'`,
        [owner],
      );
      return rows[0]?.taken === true;
    });
  }

  /** Until a statement of the process waits for a lock. */
  async waitsForLock(name: string): Promise<void> {
    await until(async () => {
      const { rowCount } = await this.operator.query(
        `select from pg_stat_activity
          where datname = current_database() and application_name = $1 and wait_event_type = 'Lock'`,
        [name],
      );
      return rowCount !== 0;
    });
  }

  async close(): Promise<void> {
    for (const process of this.#processes) process.signal('SIGKILL');
    await Promise.all(this.#processes.map(({ ended }) => ended));
    await this.operator.end();
    await this.database.drop();
    for (const dataDir of this.#dataDirs) rmSync(dataDir, { recursive: true });
  }
}

/** In milliseconds. */
export async function duration(work: () => Promise<void>): Promise<number> {
  const startedAt = performance.now();
  await work();
  return performance.now() - startedAt;
}
