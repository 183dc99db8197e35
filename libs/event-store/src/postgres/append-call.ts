import type { LogName } from '@liuhen/kernel';
import type { Pool, PoolClient, QueryConfig } from 'pg';
import { revisionNumber } from '../check-request';
import type { AppendRequest } from '../event-store';
import type { Answer } from './answer';
import { bigints, bytes, integers, texts, timestamps, uuids } from './binary-array';

/**
 * Sends a batch, which it takes when there is a connection to send it by: what was given up in the meantime is not in
 * it. From then on the outcome of what it took may be unknown.
 */
export type AppendCall = (take: () => readonly AppendRequest[]) => Promise<readonly Answer[]>;

/** The log's `append` function as a call over one of the pool's connections. A broken one is thrown away. */
export const appendCall =
  (pool: Pool, log: LogName): AppendCall =>
  async (take) => {
    const client = await pool.connect();
    let intact = false;
    try {
      const batch = take();
      const answers = batch.length === 0 ? [] : await call(client, log, batch);
      intact = true;
      return answers;
    } finally {
      client.release(!intact);
    }
  };

interface AnswerRow {
  readonly answer: Answer['kind'];
  readonly revision: string;
  readonly last_position: string;
}

async function call(
  client: PoolClient,
  log: LogName,
  batch: readonly AppendRequest[],
): Promise<readonly Answer[]> {
  const { rows } = await client.query<AnswerRow>(statement(log, batch));
  return rows.map(({ answer, revision, last_position }) => ({
    kind: answer,
    revision: Number(revision),
    position: last_position,
  }));
}

function statement(log: LogName, batch: readonly AppendRequest[]): QueryConfig {
  const events = batch.flatMap((request) => request.events);
  const headers = events.map(({ header }) => header);
  const firsts = batch.map(({ events: [first] }) => first?.header);
  return {
    name: `append-${log}`,
    text: `select answer, revision, last_position from log_${log}.append(
      $1::text[], $2::bigint[], $3::bigint[], $4::bytea[], $5::timestamptz[],
      $6::integer[], $7::text[], $8::bigint[], $9::timestamptz[], $10::uuid[], $11::bytea[],
      $12::text[], $13::text[], $14::text[])`,
    values: [
      texts(batch.map(({ stream }) => stream)),
      bigints(batch.map(({ expected }) => revisionNumber(expected))),
      bigints(batch.map((request) => request.events.length)),
      bytes(firsts.map((first) => first?.prev ?? null)),
      timestamps(firsts.map((first) => first?.recordedAt ?? null)),
      integers(batch.flatMap((request, index) => request.events.map(() => index + 1))),
      texts(headers.map(({ stream }) => stream)),
      bigints(headers.map(({ rev }) => rev)),
      timestamps(headers.map(({ recordedAt }) => recordedAt)),
      uuids(headers.map(({ id }) => id)),
      bytes(events.map(({ leafHash }) => leafHash)),
      texts(headers.map(({ type }) => type)),
      texts(events.map(({ headerText }) => headerText)),
      texts(events.map(({ payloadText }) => payloadText)),
    ],
  };
}
