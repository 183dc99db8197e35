import { EventStoreDbEventStore, type EventStoreDbEventStoreOptions } from '@liuhen/event-store';
import { TEST_LOG } from '@liuhen/event-store/testing';
import { randomBytes } from 'node:crypto';
import type { StoreUnderTest } from '../../libs/event-store/src/testing/contract';
import { FakeEventStoreDb } from './server';

type Changes = Partial<EventStoreDbEventStoreOptions>;

/** Stores on one log, as so many processes have them. */
export interface OpenedStores extends StoreUnderTest {
  readonly store: EventStoreDbEventStore;
  readonly namespace: string;
  another(changes?: Changes): Promise<EventStoreDbEventStore>;
}

/** A log of its own on a server that holds many others. */
export async function openStores(url: string, changes: Changes = {}): Promise<OpenedStores> {
  const namespace = `test${randomBytes(6).toString('hex')}`;
  const stores: EventStoreDbEventStore[] = [];
  const another = async (more: Changes = {}): Promise<EventStoreDbEventStore> => {
    const options = { url, log: TEST_LOG, namespace, ...changes, ...more };
    const store = await EventStoreDbEventStore.open(options);
    stores.push(store);
    return store;
  };
  const close = async (): Promise<void> => {
    await Promise.all(stores.map((store) => store.close()));
  };
  return { store: await another(), namespace, another, close };
}

/** The server that EVENTSTOREDB_URL names; else one for this file of tests. */
export class ServerUnderTest {
  private fake: FakeEventStoreDb | undefined;

  async start(): Promise<void> {
    if (!process.env.EVENTSTOREDB_URL) this.fake = await FakeEventStoreDb.start();
  }

  get url(): string {
    const url = process.env.EVENTSTOREDB_URL ?? this.fake?.url;
    if (!url) throw new Error('not started');
    return url;
  }

  stop(): void {
    this.fake?.stop();
  }
}
