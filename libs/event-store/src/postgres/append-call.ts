import type { LogName } from '@liuhen/kernel';
import type { Pool, PoolClient, QueryConfig } from 'pg';
import { revisionNumber } from '../check-request';
import type { AppendRequest } from '../event-store';
import type { Answer } from './answer';
import { binaryArray } from './binary-array';

/** Sends a batch; calls back when it is on its way, from when on its outcome may be unknown. */
export type AppendCall = (batch: readonly AppendRequest[], onSent: () => void) => Promise<readonly Answer[]>;

/** The log's `append` function as a call over one of the pool's connections. A broken one is thrown away. */
export const appendCall =
  (pool: Pool, log: LogName): AppendCall =>
  async (batch, onSent) => {
    const client = await pool.connect();
    let intact = false;
    try {
      onSent();
      const answers = await call(client, log, batch);
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
  const events = batch.flatMap((request, index) =>
    request.events.map((event) => ({ ...event, request: index + 1 })),
  );
  const firsts = batch.map(({ events: [first] }) => first?.header);
  return {
    name: `append-${log}`,
    text: `select answer, revision, last_position from log_${log}.append(
      $1::text[], $2::bigint[], $3::bigint[], $4::bytea[], $5::timestamptz[],
      $6::integer[], $7::text[], $8::bigint[], $9::timestamptz[], $10::uuid[], $11::bytea[],
      $12::text[], $13::text[], $14::text[])`,
    values: [
      binaryArray(
        'text',
        batch.map(({ stream }) => stream),
      ),
      batch.map(({ expected }) => revisionNumber(expected)),
      batch.map((request) => request.events.length),
      binaryArray(
        'bytea',
        firsts.map((first) => bytesOfHex(first?.prev ?? null)),
      ),
      firsts.map((first) => first?.recordedAt),
      events.map(({ request }) => request),
      binaryArray(
        'text',
        events.map(({ header }) => header.stream),
      ),
      events.map(({ header }) => header.rev),
      events.map(({ header }) => header.recordedAt),
      binaryArray(
        'uuid',
        events.map(({ header }) => bytesOfHex(header.id.replaceAll('-', ''))),
      ),
      binaryArray(
        'bytea',
        events.map(({ leafHash }) => bytesOfHex(leafHash)),
      ),
      binaryArray(
        'text',
        events.map(({ header }) => header.type),
      ),
      binaryArray(
        'text',
        events.map(({ headerText }) => headerText),
      ),
      binaryArray(
        'text',
        events.map(({ payloadText }) => payloadText),
      ),
    ],
  };
}

const bytesOfHex = (hex: string | null): Buffer | null => (hex === null ? null : Buffer.from(hex, 'hex'));
