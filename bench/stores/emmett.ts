import { Pool } from 'pg';
import { caseEvent, caseNumberOf } from '../workload/case-work';
import { requirePeer } from './peers';
import type { Contender } from './store';

interface Emmett {
  getPostgreSQLEventStore(url: string, options: object): EmmettStore;
}

interface EmmettStore {
  appendToStream(
    stream: string,
    events: readonly object[],
    options: { expectedStreamVersion: bigint | 'STREAM_DOES_NOT_EXIST' },
  ): Promise<{ nextExpectedStreamVersion: bigint }>;
  schema: { migrate(): Promise<unknown> };
  close(): Promise<void>;
}

/** Of 8, 16, 32 and 64 connections the number with which it was fastest at 64 writers. */
const CONNECTIONS = 16;

const openEmmett = (pool: Pool, url: string): EmmettStore =>
  (requirePeer('@event-driven-io/emmett-postgresql') as Emmett).getPostgreSQLEventStore(url, {
    connectionOptions: { pool },
    schema: { autoMigration: 'None' },
  });

/** @event-driven-io/emmett-postgresql through its own interface; it sends its statements as texts. */
export const emmett: Contender = {
  countSql: 'select count(*) as rows from emt_messages',

  async install(ownerUrl) {
    const pool = new Pool({ connectionString: ownerUrl });
    await openEmmett(pool, ownerUrl).schema.migrate();
    await pool.end();
  },

  open(ownerUrl, writers) {
    const pool = new Pool({ connectionString: ownerUrl, max: Math.min(writers, CONNECTIONS) });
    const store = openEmmett(pool, ownerUrl);
    return Promise.resolve({
      begin(n) {
        const caseNumber = caseNumberOf(n);
        let version: bigint | undefined;
        return async () => {
          const { nextExpectedStreamVersion } = await store.appendToStream(
            `case-${caseNumber}`,
            [caseEvent(caseNumber, Number(version ?? 0n))],
            { expectedStreamVersion: version ?? 'STREAM_DOES_NOT_EXIST' },
          );
          version = nextExpectedStreamVersion;
          return 1;
        };
      },
      close: () => pool.end(),
    });
  },
};
