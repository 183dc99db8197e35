import { setTimeout as delay } from 'node:timers/promises';
import { Logger } from '@nestjs/common';
import { isRefusal, type Sql } from '@liuhen/kernel';
import { createLogger, openRuntimes, openWorkerPool, type Config } from '@liuhen/platform';
import {
  buildStatuses,
  projections,
  sqlOf,
  startRebuild,
  type BuildStatus,
  type EventStores,
} from '@liuhen/read-models';
import { advanceReadModels } from '../../../worker/src/run-worker';
import { CommandFailure } from '../exit-codes';
import type { Terminal } from '../terminal';
import type { Database } from './database';

const POLL_MS = 100;

/** Fills every read model anew and waits until all are in use; with the server's worker, if it runs, or alone. */
export async function rebuildReadModels(
  config: Config,
  { ownerUrl, appUrl }: Database,
  terminal: Pick<Terminal, 'out' | 'status'>,
): Promise<void> {
  Logger.overrideLogger(createLogger('error'));
  const builds = await startAll(ownerUrl);
  const worker = await advanceReadModels({ ...config, databaseAppUrl: appUrl });
  const opened = await openRuntimes(config, appUrl);
  const pool = openWorkerPool(appUrl, 1);
  try {
    await untilLive(builds, sqlOf(pool), opened.stores, terminal);
  } finally {
    await pool.end();
    await opened.close();
    await worker.close();
  }
}

/** @returns the names of the builds. */
async function startAll(ownerUrl: string): Promise<ReadonlySet<string>> {
  const builds = new Set<string>();
  for (const projection of projections) {
    builds.add(await startRebuild(ownerUrl, projection).catch(refusedAs(projection.name)));
  }
  return builds;
}

const refusedAs =
  (projection: string) =>
  (error: unknown): never => {
    throw isRefusal(error) ? new CommandFailure('refused', `${projection}：${error.message}`) : error;
  };

async function untilLive(
  builds: ReadonlySet<string>,
  db: Sql,
  stores: EventStores,
  { out, status }: Pick<Terminal, 'out' | 'status'>,
): Promise<void> {
  const waiting = new Set(builds);
  while (waiting.size > 0) {
    const statuses = (await buildStatuses(db, stores)).filter(({ build }) => waiting.has(build));
    for (const each of statuses) {
      if (each.halt) throw new CommandFailure('fault', `${each.projection}：${each.halt.reason}`);
      if (each.state !== 'live') continue;
      waiting.delete(each.build);
      status?.('');
      out(`${each.projection} 已重建：${String(each.progress.done)} 个事件`);
    }
    if (waiting.size > 0) await delay(POLL_MS);
    status?.(statuses.map(progressText).join('，'));
  }
}

const progressText = ({ projection, progress }: BuildStatus): string =>
  `${projection} ${String(progress.done)}/${String(progress.total)}`;
