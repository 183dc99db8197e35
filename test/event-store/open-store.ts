import { logIdentity, PostgresEventStore, type PostgresEventStoreOptions } from '@liuhen/event-store';
import { Client } from 'pg';
import type { StoreUnderTest } from '../../libs/event-store/src/testing/contract';
import { freshDatabase, TEST_DEPLOYMENT, type TestDatabase } from '../support/database';

export const BUSINESS = logIdentity(TEST_DEPLOYMENT, 'business');

type Changes = Partial<PostgresEventStoreOptions>;

/** Stores on one log, as so many processes have them. */
export interface OpenedStores extends StoreUnderTest {
  readonly store: PostgresEventStore;
  another(changes?: Changes): Promise<PostgresEventStore>;
}

/** One database for a file of tests; each test begins with an empty business log. */
export class LogDatabase {
  private database: TestDatabase | undefined;
  private operator: Client | undefined;

  async create(): Promise<void> {
    this.database = await freshDatabase();
    this.operator = new Client(this.database.operatorUrl);
    await this.operator.connect();
  }

  async drop(): Promise<void> {
    await this.leave();
    await this.database?.drop();
  }

  /** The database stays until it is dropped. */
  async leave(): Promise<void> {
    await this.operator?.end();
    this.operator = undefined;
  }

  get urls(): TestDatabase {
    if (!this.database) throw new Error('not created');
    return this.database;
  }

  /** As a superuser whom no trigger stops. */
  async tamper(...statements: readonly string[]): Promise<void> {
    await this.query('set session_replication_role = replica');
    await this.query('set search_path = log_business');
    for (const statement of statements) await this.query(statement);
  }

  async query<Row extends object>(sql: string, values: readonly unknown[] = []): Promise<Row[]> {
    const { rows } = await this.operatorClient.query<Row>(sql, [...values]);
    return rows;
  }

  /** As a superuser. */
  get operatorClient(): Client {
    if (!this.operator) throw new Error('not created');
    return this.operator;
  }

  async open(changes: Changes = {}): Promise<OpenedStores> {
    await this.tamper(
      'truncate events, streams',
      `update head set position = 0, recorded_at = '-infinity', max_skew = '10 s'`,
    );
    const stores: PostgresEventStore[] = [];
    const another = async (more: Changes = {}): Promise<PostgresEventStore> => {
      const options = { url: this.urls.appUrl, log: BUSINESS, ...changes, ...more };
      const store = await PostgresEventStore.open(options);
      stores.push(store);
      return store;
    };
    const close = async (): Promise<void> => {
      await Promise.all(stores.map((store) => store.close()));
    };
    return { store: await another(), another, close };
  }
}
