import { Client } from 'pg';
import { bytes, texts, uuids } from '../../libs/event-store/src/postgres/binary-array';
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
const ofEach = <Value>(value: Value): readonly Value[] => numbers.map(() => value);
/** What need not differ from row to row is made ready once: the database is measured, not this process. */
const LEAVES = bytes(ofEach(sample.leafHash));
const TYPES = texts(ofEach(sample.header.type));
const HEADERS = texts(ofEach(sample.headerText));
const PAYLOADS = texts(ofEach(sample.payloadText));

async function insert(client: Client, after: number): Promise<void> {
  await client.query({ name: 'reserve', text: RESERVE_SQL, values: [after + 1, after + ROWS] });
  await client.query({
    name: 'insert',
    text: INSERT_SQL,
    values: [
      after,
      uuids(numbers.map((index) => idOf(after + index))),
      LEAVES,
      texts(numbers.map((index) => `case-${String(Math.floor((after + index) / 10))}`)),
      TYPES,
      HEADERS,
      PAYLOADS,
    ],
  });
}

/** Rising, as UUIDv7 are. */
const idOf = (n: number): string => n.toString(16).padStart(16, '0').padEnd(32, '0');

const RESERVE_SQL = `select log_business.reserve_partitions($1, $2, partition_size) from log_business.head`;

const INSERT_SQL = `
  insert into log_business.events (position, rev, recorded_at, id, leaf, stream, type, header, payload)
  select $1::bigint + n, ($1::bigint + n) % 10, now(), id, leaf, stream, type, header, payload
  from unnest($2::uuid[], $3::bytea[], $4::text[], $5::text[], $6::text[], $7::text[]) with ordinality
    as e (id, leaf, stream, type, header, payload, n)`;
