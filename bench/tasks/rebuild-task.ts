import type { EventStore } from '@liuhen/event-store';
import { openWorkerPool } from '@liuhen/platform';
import { ProjectionRunner, ReadModels, sqlOf, startRebuild, type RunnerReport } from '@liuhen/read-models';
import { EventEmitter, once } from 'node:events';
import type { Pool } from 'pg';
import { appUrl } from '../../deploy/migrations/application-role';
import { caseRegister } from '../../libs/supervision/src/case/case.projection';
import { openLog } from '../workload/our-log';

export interface RebuildInput {
  readonly ownerUrl: string;
}

/** Longer than any log here takes. */
const PATIENCE_MS = 3_600_000;

/** Brings the live register of cases up to the head of the log. */
export const catchUpTask = ({ ownerUrl }: RebuildInput): Promise<void> =>
  withRunner(ownerUrl, async ({ store, pool }) => {
    const head = await store.head();
    if (head === undefined) return;
    await new ReadModels(sqlOf(pool), { business: store }).waitFor(caseRegister.name, head, PATIENCE_MS);
  });

/** Seconds from the start of a rebuild of the register until the new one has taken the place of the old. */
export async function rebuildTask({ ownerUrl }: RebuildInput): Promise<number> {
  await startRebuild(ownerUrl, caseRegister);
  const began = performance.now();
  await withRunner(ownerUrl, async ({ reports }) => {
    await once(reports, 'published');
  });
  return (performance.now() - began) / 1_000;
}

interface Running {
  readonly store: EventStore;
  readonly pool: Pool;
  /** What the runner tells, by kind; it is an error if it stops at an event. */
  readonly reports: EventEmitter;
}

/** As the worker of the product has it. */
const CONNECTIONS = 6;

async function withRunner(ownerUrl: string, work: (running: Running) => Promise<void>): Promise<void> {
  const store = await openLog(ownerUrl);
  const pool = openWorkerPool(appUrl(ownerUrl), CONNECTIONS);
  const reports = new EventEmitter();
  const report = (told: RunnerReport): void => {
    if (told.kind === 'stopped') reports.emit('error', new Error(told.halt.message));
    else reports.emit(told.kind);
  };
  const stores = { business: store };
  const runner = new ProjectionRunner({ pool, stores, projections: [caseRegister], owner: 'bench', report });
  const done = work({ store, pool, reports });
  await runner.start();
  await done;
  await runner.stop();
  await pool.end();
  await store.close();
}
