import { PostgresEventStore, type EventStore } from '@liuhen/event-store';
import type { LogIdentity } from '@liuhen/kernel';
import type { StoreUnderTest } from '../../../libs/event-store/src/testing/contract';
import type { LogDatabase } from '../../event-store/open-store';
import type { TestDatabase } from '../../support/database';

/** Where the events of a golden log lie. */
export interface Engine {
  /** An empty log. */
  found(database: LogDatabase): Promise<StoreUnderTest>;
  /** The same log, from a copy of its database. */
  open(database: TestDatabase, log: LogIdentity): Promise<EventStore>;
}

export const POSTGRESQL: Engine = {
  found: (database) => database.open(),
  open: ({ appUrl }, log) => PostgresEventStore.open({ url: appUrl, log }),
};
