import { Pool } from 'pg';
import { caseEvent, caseNumberOf } from '../workload/case-work';
import { requirePeer } from './peers';
import type { AppendNext, Contender } from './store';

interface Emmett {
  getPostgreSQLEventStore(url: string, options: object): EmmettStore;
  readMessagesBatch(
    execute: object,
    options: { after: bigint; batchSize: number },
  ): Promise<{ currentGlobalPosition: bigint; messages: readonly object[]; areMessagesLeft: boolean }>;
}

interface EmmettStore {
  appendToStream(
    stream: string,
    events: readonly object[],
    options: { expectedStreamVersion: bigint | 'STREAM_DOES_NOT_EXIST' },
  ): Promise<{ nextExpectedStreamVersion: bigint }>;
  schema: { migrate(): Promise<unknown> };
}

interface Dumbo {
  dumbo(options: { connectionString: string; pool: Pool }): { readonly execute: object };
}

/** Of 8, 16, 32 and 64 connections the number with which it was fastest at 64 writers. */
const CONNECTIONS = 16;

/** It has no index on the global position and sorts at every page: the larger the page, the better for it. */
const PAGE_SIZE = 10_000;

const load = (): Emmett => requirePeer('@event-driven-io/emmett-postgresql') as Emmett;

const openEmmett = (pool: Pool, url: string): EmmettStore =>
  load().getPostgreSQLEventStore(url, {
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
      begin: (n) => appendNext(store, n),
      reading: {
        fill: (events) => fill(store, events),
        readAll: () => readAll(pool, ownerUrl),
      },
      close: () => pool.end(),
    });
  },
};

function appendNext(store: EmmettStore, n: number): AppendNext {
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
}

const EVENTS_PER_STREAM = 100;

async function fill(store: EmmettStore, events: number): Promise<void> {
  for (let n = 0; n < events / EVENTS_PER_STREAM; n++) {
    const caseNumber = caseNumberOf(n);
    const all = Array.from({ length: EVENTS_PER_STREAM }, (_, revision) => caseEvent(caseNumber, revision));
    await store.appendToStream(`case-${caseNumber}`, all, { expectedStreamVersion: 'STREAM_DOES_NOT_EXIST' });
  }
}

async function* readAll(pool: Pool, connectionString: string): AsyncGenerator<number> {
  const { execute } = (requirePeer('@event-driven-io/dumbo') as Dumbo).dumbo({ connectionString, pool });
  let after = 0n;
  for (let isMore = true; isMore;) {
    const page = await load().readMessagesBatch(execute, { after, batchSize: PAGE_SIZE });
    yield page.messages.length;
    after = page.currentGlobalPosition;
    isMore = page.areMessagesLeft;
  }
}
