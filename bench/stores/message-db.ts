import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Client, Pool } from 'pg';
import { caseEvent, caseNumberOf } from '../workload/case-work';
import { requirePeer } from './peers';
import type { AppendNext, Contender } from './store';

/** In the order of its own install.sh; views and privileges are not needed for writing as the owner. */
const FILES = [
  'roles/message-store',
  'schema/message-store',
  'extensions/pgcrypto',
  'tables/messages',
  'types/message',
  ...['hash-64', 'category', 'acquire-lock', 'is-category', 'id', 'cardinal-id', 'stream-version'].map(
    inFunctions,
  ),
  ...['write-message', 'get-stream-messages', 'get-category-messages', 'get-last-stream-message'].map(
    inFunctions,
  ),
  'indexes/messages-id',
  'indexes/messages-stream',
  'indexes/messages-category',
];

function inFunctions(name: string): string {
  return `functions/${name}`;
}

/** Of 8, 16, 32 and 64 connections the number with which it was fastest at 64 writers. */
const CONNECTIONS = 32;

const SEARCH_PATH = '-c search_path=message_store,public';

/** @eventide/message-db: its SQL as the package has it, `write_message` as a prepared statement. */
const messageDbOf = (categories: number): Contender => ({
  countSql: 'select count(*) as rows from message_store.messages',

  async install(ownerUrl) {
    const database = join(dirname(requirePeer.resolve('@eventide/message-db/package.json')), 'database');
    const client = new Client({ connectionString: ownerUrl, options: SEARCH_PATH });
    await client.connect();
    for (const file of FILES) await client.query(readFileSync(join(database, `${file}.sql`), 'utf8'));
    await client.end();
  },

  open(ownerUrl, writers) {
    const max = Math.min(writers, CONNECTIONS);
    const pool = new Pool({ connectionString: ownerUrl, max, options: SEARCH_PATH });
    return Promise.resolve({
      begin: (n) => appendNext(pool, n, `case${String(n % categories)}`),
      reading: { fill: (events) => fill(pool, events), readAll: () => readAll(pool) },
      close: () => pool.end(),
    });
  },
});

/**
 * Writers of one category wait for one another to the end of the commit. Here the streams are spread over so many
 * categories that they hardly meet, which a real application could not always do.
 */
export const messageDb = messageDbOf(256);

/** All cases in one category, as an application would have them that reads them in one order. */
export const messageDbOneCategory = messageDbOf(1);

function appendNext(pool: Pick<Pool, 'query'>, n: number, category: string): AppendNext {
  const caseNumber = caseNumberOf(n);
  const stream = `${category}-${caseNumber}`;
  let version = -1;
  return async () => {
    const { type, data } = caseEvent(caseNumber, version + 1);
    await pool.query({ name: 'write', text: WRITE_SQL, values: [randomUUID(), stream, type, data, version] });
    version++;
    return 1;
  };
}

const WRITE_SQL = 'select write_message($1::varchar, $2::varchar, $3::varchar, $4::jsonb, null, $5::bigint)';

/** It reads by category, not as a whole: what is read is one. */
const READ_CATEGORY = 'case';
const EVENTS_PER_STREAM = 100;

/** It takes one message a call; many calls in a transaction save the commits. */
async function fill(pool: Pool, events: number): Promise<void> {
  const client = await pool.connect();
  for (let n = 0; n < events / EVENTS_PER_STREAM; n++) {
    const append = appendNext(client, n, READ_CATEGORY);
    await client.query('begin');
    for (let revision = 0; revision < EVENTS_PER_STREAM; revision++) await append();
    await client.query('commit');
  }
  client.release();
}

/** As many as a subscription of ours reads at once, which is also its own default. */
const PAGE_SIZE = 1_000;

async function* readAll(pool: Pool): AsyncGenerator<number> {
  for (let from = '0', isMore = true; isMore;) {
    const { rows } = await pool.query<{ data: string; global_position: string }>({
      name: 'read',
      text: 'select * from get_category_messages($1::varchar, $2::bigint, $3::bigint)',
      values: [READ_CATEGORY, from, PAGE_SIZE],
    });
    yield rows.map(({ data }) => JSON.parse(data) as unknown).length;
    from = String(BigInt(rows.at(-1)?.global_position ?? 0) + 1n);
    isMore = rows.length === PAGE_SIZE;
  }
}
