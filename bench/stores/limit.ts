import { Client } from 'pg';
import { binaryArray } from '../../libs/event-store/src/postgres/binary-array';
import { countSql, install, nextOf } from '../workload/our-log';
import type { Contender } from './store';

const ROWS = 1_000;

/**
 * What the table itself can take: the same rows into the same partitions with all their indexes, 1,000 a statement, one
 * statement after the other on one connection. No function, no check, no hashing, no head, no table of streams.
 */
export const limit: Contender = {
  install,
  countSql,
  async open(ownerUrl) {
    const client = new Client(ownerUrl);
    await client.connect();
    let stored = 0;
    return {
      maxWriters: 1,
      begin: () => async () => {
        await insert(client, stored);
        stored += ROWS;
        return ROWS;
      },
      close: () => client.end(),
    };
  },
};

const sample = nextOf(1, nextOf(1, undefined));
const numbers = Array.from({ length: ROWS }, (_, index) => index);
const repeated = (type: 'text' | 'bytea', value: string | Buffer): Buffer =>
  binaryArray(
    type,
    numbers.map(() => value),
  );
/** What need not differ from row to row is made ready once: the database is measured, not this process. */
const LEAVES = repeated('bytea', Buffer.from(sample.leafHash, 'hex'));
const TYPES = repeated('text', sample.header.type);
const HEADERS = repeated('text', sample.headerText);
const PAYLOADS = repeated('text', sample.payloadText);

async function insert(client: Client, after: number): Promise<void> {
  await client.query({ name: 'reserve', text: RESERVE_SQL, values: [after + 1, after + ROWS] });
  await client.query({
    name: 'insert',
    text: INSERT_SQL,
    values: [
      after,
      binaryArray(
        'uuid',
        numbers.map((index) => idOf(after + index)),
      ),
      LEAVES,
      binaryArray(
        'text',
        numbers.map((index) => `case-${String(Math.floor((after + index) / 10))}`),
      ),
      TYPES,
      HEADERS,
      PAYLOADS,
    ],
  });
}

/** Rising, as UUIDv7 are. */
function idOf(n: number): Buffer {
  const id = Buffer.alloc(16);
  id.writeBigUInt64BE(BigInt(n));
  return id;
}

const RESERVE_SQL = `select log_business.reserve_partitions($1, $2, partition_size) from log_business.head`;

const INSERT_SQL = `
  insert into log_business.events (position, rev, recorded_at, id, leaf, stream, type, header, payload)
  select $1::bigint + n, ($1::bigint + n) % 10, now(), id, leaf, stream, type, header, payload
  from unnest($2::uuid[], $3::bytea[], $4::text[], $5::text[], $6::text[], $7::text[]) with ordinality
    as e (id, leaf, stream, type, header, payload, n)`;
