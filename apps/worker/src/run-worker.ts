import { openRuntimes, openWorkerPool, type LogConfig, type Metrics } from '@liuhen/platform';
import { prepareBuilds, ProjectionRunner, projections, type RunnerReport } from '@liuhen/read-models';
import { Logger } from '@nestjs/common';
import { hostname } from 'node:os';

export type WorkerConfig = LogConfig & {
  /** As the application role. */
  readonly databaseAppUrl: string;
};

export interface RunningWorker {
  /** Pages at work are finished first; may be called more than once. */
  close(): Promise<void>;
}

/** Two connections more than pages are applied at once. */
const POOL_SIZE = 6;

/** Gives every read model of this release its tables. @param ownerUrl of the role that owns the database */
export const prepareReadModels = (ownerUrl: string): Promise<void> => prepareBuilds(ownerUrl, projections);

/** Does what follows from the events: advances the read models. Any number of workers may run beside one another. */
export async function runWorker(config: WorkerConfig, metrics?: Metrics): Promise<RunningWorker> {
  const opened = await openRuntimes(config, config.databaseAppUrl, metrics);
  const pool = openWorkerPool(config.databaseAppUrl, POOL_SIZE);
  const runner = new ProjectionRunner({
    pool,
    stores: opened.stores,
    projections,
    owner: `${hostname()}/${String(process.pid)}`,
    report: logReport,
  });
  await runner.start();
  let closed: Promise<void> | undefined;
  const close = async (): Promise<void> => {
    await runner.stop();
    await pool.end();
    await opened.close();
  };
  return { close: () => (closed ??= close()) };
}

const logger = new Logger('ReadModels');

function logReport(report: RunnerReport): void {
  switch (report.kind) {
    case 'stopped':
      logger.error({ message: '读模型已停止', build: report.build, reason: report.halt.message });
      break;
    case 'retrying':
      logger.warn({ message: '读模型等待重试', subject: report.subject, error: nameOf(report.error) });
      break;
    case 'claimed':
    case 'lost':
    case 'published':
      logger.log({ message: '读模型', build: report.build, state: report.kind });
      break;
    case 'advanced':
      break;
  }
}

const nameOf = (error: unknown): string => (error instanceof Error ? error.name : 'unknown');
