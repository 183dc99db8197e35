import type { SealedEvent } from '@liuhen/kernel';
import type { ClientBase } from 'pg';

/** Appends an event by the log's function itself, as another program might: no batching, no notice to anybody. */
export async function appendBySql(
  client: Pick<ClientBase, 'query'>,
  event: SealedEvent | undefined,
): Promise<{ readonly answer: string; readonly last_position: string } | undefined> {
  const { rows } = await client.query<{ answer: string; last_position: string }>(
    `select answer, last_position from log_business.append(
       array[$1], array[$8::bigint - 1], array[1::bigint], array[decode($9, 'hex')], array[$2::timestamptz],
       array[1], array[$1], array[$8::bigint], array[$2::timestamptz], array[$3::uuid], array[decode($4, 'hex')],
       array[$5], array[$6], array[$7])`,
    [
      event?.header.stream,
      event?.header.recordedAt,
      event?.header.id,
      event?.leafHash,
      event?.header.type,
      event?.headerText,
      event?.payloadText,
      event?.header.rev,
      event?.header.prev,
    ],
  );
  return rows[0];
}
