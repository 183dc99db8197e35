import {
  EventStoreDbEventStore,
  logIdentity,
  PostgresEventStore,
  type EventStore,
} from '@liuhen/event-store';
import { LOG_NAMES, type Clock, type LogIdentity, type LogName } from '@liuhen/kernel';
import { Logger } from '@nestjs/common';
import type { Config } from '../config';
import type { Metrics } from '../telemetry/metrics';
import { runtimesOf, type Runtimes } from './runtimes';
import { systemClock, systemEntropy } from './system';

export interface OpenedRuntimes {
  readonly runtimes: Runtimes;
  readonly stores: Readonly<Record<LogName, EventStore>>;
  close(): Promise<void>;
}

/** Which logs, and where they lie. */
export type LogConfig = Pick<Config, 'logOrigin' | 'logHash' | 'eventStore' | 'eventStoreDbUrl'>;

/**
 * Opens the four logs of the deployment.
 *
 * @param databaseUrl of the application role.
 * @param clock by which everything is recorded; the server's own unless said.
 * @throws ForeignLog | StoreUnavailable
 */
export async function openRuntimes(
  config: LogConfig,
  databaseUrl: string,
  metrics?: Metrics,
  clock: Clock = systemClock,
): Promise<OpenedRuntimes> {
  const logger = new Logger('EventStore');
  // A weakness of the database concerns all logs alike, and is told once.
  const warnings = new Set<string>();
  const open = async (name: LogName): Promise<EventStore> => {
    const log = logIdentity({ origin: config.logOrigin, hash: config.logHash }, name);
    const store = await openStore(config, databaseUrl, log, (warning) => warnings.add(warning));
    return metrics ? metrics.metered(store) : store;
  };
  const opened = await allOrNone(LOG_NAMES.map(open));
  for (const warning of warnings) logger.warn(warning);
  const stores = Object.fromEntries(opened.map((store) => [store.identity.name, store])) as Record<
    LogName,
    EventStore
  >;
  return {
    runtimes: runtimesOf((log) => ({ store: stores[log], clock, entropy: systemEntropy })),
    stores,
    close: () => closeAll(opened),
  };
}

function openStore(
  { eventStoreDbUrl, eventStore }: LogConfig,
  databaseUrl: string,
  log: LogIdentity,
  onWarning: (message: string) => void,
): Promise<EventStore> {
  return eventStore === 'eventstoredb' && eventStoreDbUrl !== undefined
    ? EventStoreDbEventStore.open({ url: eventStoreDbUrl, log, onWarning })
    : PostgresEventStore.open({ url: databaseUrl, log, onWarning });
}

/** What was opened before another failed is closed again. */
async function allOrNone(opening: readonly Promise<EventStore>[]): Promise<readonly EventStore[]> {
  const settled = await Promise.allSettled(opening);
  const failed = settled.find((one) => one.status === 'rejected');
  const opened = settled.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
  if (!failed) return opened;
  await closeAll(opened);
  throw failed.reason;
}

async function closeAll(stores: readonly EventStore[]): Promise<void> {
  await Promise.all(stores.map((store) => store.close()));
}
