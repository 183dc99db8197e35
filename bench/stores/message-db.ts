import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Client, Pool } from 'pg';
import { caseEvent, caseNumberOf } from '../workload/case-work';
import { requirePeer } from './peers';
import type { Contender } from './store';

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

/**
 * Writers of one category wait for one another to the end of the commit. The streams are spread over so many
 * categories that they hardly meet, which a real application could not always do.
 */
const CATEGORIES = 256;

const SEARCH_PATH = '-c search_path=message_store,public';

/** @eventide/message-db: its SQL as the package has it, `write_message` as a prepared statement. */
export const messageDb: Contender = {
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
      begin(n) {
        const caseNumber = caseNumberOf(n);
        const stream = `case${String(n % CATEGORIES)}-${caseNumber}`;
        let version = -1;
        return async () => {
          const { type, data } = caseEvent(caseNumber, version + 1);
          await pool.query({
            name: 'write',
            text: 'select write_message($1::varchar, $2::varchar, $3::varchar, $4::jsonb, null, $5::bigint)',
            values: [randomUUID(), stream, type, JSON.stringify(data), version],
          });
          version++;
          return 1;
        };
      },
      close: () => pool.end(),
    });
  },
};
