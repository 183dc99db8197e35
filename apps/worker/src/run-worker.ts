import {
  FileDocumentStore,
  openRuntimes,
  openWorkerPool,
  type Config,
  type ErasureJournal,
  type LogConfig,
  type Metrics,
  type OpenedRuntimes,
} from '@liuhen/platform';
import { prepareBuilds, ProjectionRunner, projections, sqlOf } from '@liuhen/read-models';
import type { Clock } from '@liuhen/kernel';
import { acts, openErasures } from '@liuhen/supervision';
import { hostname } from 'node:os';
import { DutyClock } from './clock/duty-clock';
import { ErasureCompletion } from './erasures/erasure-completion';
import { logClock, logErasures, logProjections } from './log-reports';

type FileConfig = Pick<Config, 'dataDir' | 'documentsDir' | 'documentLimit'>;

export type WorkerConfig = LogConfig &
  FileConfig & {
    /** As the application role. */
    readonly databaseAppUrl: string;
    /** The clock looks for what is due this often, and redactions are looked at; 15 unless said. */
    readonly clockTickSeconds?: number;
  };

export interface RunningWorker {
  /** Pages at work are finished first; may be called more than once. */
  close(): Promise<void>;
}

/** Two connections more than pages are applied at once, one for the clock, and one for redactions. */
const POOL_SIZE = 8;

const PRESET_TICK_SECONDS = 15;

/** Gives every read model of this release its tables. @param ownerUrl of the role that owns the database */
export const prepareReadModels = (ownerUrl: string): Promise<void> => prepareBuilds(ownerUrl, projections);

/**
 * Does what follows from the events: advances the read models, warns of duties and lets them lapse, completes
 * redactions. Any number of workers may run beside one another.
 *
 * @param clock by which duties fall due; the system's own unless said.
 */
export const runWorker = (config: WorkerConfig, metrics?: Metrics, clock?: Clock): Promise<RunningWorker> =>
  runWith(config, metrics, async (opened, pool, journal) => {
    const runner = await startRunner(opened, pool);
    const dutyClock = newClock(config, opened, pool, clock);
    const erasures = await newErasures(config, opened, pool, journal);
    dutyClock.start();
    erasures.start();
    return async () => {
      await Promise.all([dutyClock.stop(), erasures.stop()]);
      await runner.stop();
    };
  });

/** Only advances the read models. */
export const advanceReadModels = (config: WorkerConfig): Promise<RunningWorker> =>
  runWith(config, undefined, async (opened, pool) => {
    const runner = await startRunner(opened, pool);
    return () => runner.stop();
  });

type Pool = ReturnType<typeof openWorkerPool>;
type Work = (opened: OpenedRuntimes, pool: Pool, journal: ErasureJournal) => Promise<() => Promise<void>>;

async function runWith(
  config: WorkerConfig,
  metrics: Metrics | undefined,
  start: Work,
): Promise<RunningWorker> {
  const opened = await openRuntimes(config, config.databaseAppUrl, metrics);
  const journal = await openErasures(config, opened.runtimes.business, acts).catch(async (error: unknown) => {
    await opened.close();
    throw error;
  });
  const pool = openWorkerPool(config.databaseAppUrl, POOL_SIZE);
  const stop = await start(opened, pool, journal);
  let closed: Promise<void> | undefined;
  const close = async (): Promise<void> => {
    await stop();
    await pool.end();
    await opened.close();
  };
  return { close: () => (closed ??= close()) };
}

async function startRunner({ stores }: OpenedRuntimes, pool: Pool): Promise<ProjectionRunner> {
  const owner = `${hostname()}/${String(process.pid)}`;
  const runner = new ProjectionRunner({ pool, stores, projections, owner, report: logProjections });
  await runner.start();
  return runner;
}

function newClock(
  { clockTickSeconds = PRESET_TICK_SECONDS }: WorkerConfig,
  { runtimes: { business }, stores: { administration } }: OpenedRuntimes,
  pool: Pool,
  clock: Clock = business.clock,
): DutyClock {
  return new DutyClock({
    runtime: { ...business, clock },
    administration,
    db: sqlOf(pool),
    acts,
    tickMs: clockTickSeconds * 1_000,
    report: logClock,
  });
}

async function newErasures(
  { clockTickSeconds = PRESET_TICK_SECONDS, documentsDir, documentLimit }: WorkerConfig,
  { stores: { business } }: OpenedRuntimes,
  pool: Pool,
  journal: ErasureJournal,
): Promise<ErasureCompletion> {
  return new ErasureCompletion({
    store: business,
    db: sqlOf(pool),
    journal,
    documents: await FileDocumentStore.open({ directory: documentsDir, limit: documentLimit }),
    tickMs: clockTickSeconds * 1_000,
    report: logErasures,
  });
}
