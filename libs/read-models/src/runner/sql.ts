import type { ClientBase, Pool, QueryResultRow } from 'pg';
import type { Sql } from '@liuhen/kernel';

/** A pool or client as the little that projections and queries see of it. */
export const sqlOf = (client: Pool | ClientBase): Sql => ({
  query: <Row extends object>(text: string, values: readonly unknown[] = []) =>
    client.query<Row & QueryResultRow>(text, [...values]),
});

/** The connection could not be made or broke: whether a commit on its way was done is not known. */
export class ConnectionLost extends Error {
  override readonly name = 'ConnectionLost';
}

/** Connection, transaction rollback, resources, operator, system: the same statement may succeed later. */
const TRANSIENT_CLASSES = new Set(['08', '40', '53', '57', '58']);
/** Idle in a transaction for too long; a lock not had in time. */
const TRANSIENT_STATES = new Set(['25P03', '55P03']);
/** A statement that took too long: a smaller page may help, patience will not. */
const QUERY_CANCELED = '57014';

/** An error that says nothing about the events at hand. */
export function isTransient(error: unknown): boolean {
  if (error instanceof ConnectionLost) return true;
  const state = sqlStateOf(error);
  if (state === undefined || state === QUERY_CANCELED) return false;
  return TRANSIENT_CLASSES.has(state.slice(0, 2)) || TRANSIENT_STATES.has(state);
}

export const sqlStateOf = (error: unknown): string | undefined =>
  error instanceof Error &&
  'code' in error &&
  typeof error.code === 'string' &&
  /^[0-9A-Z]{5}$/.test(error.code)
    ? error.code
    : undefined;

/**
 * Everything or nothing, on a connection of its own.
 *
 * @param begin `begin` and the settings of the transaction.
 * @throws ConnectionLost if the connection fails at any moment, else what `work` throws.
 */
export async function inTransaction<Result>(
  pool: Pool,
  begin: string,
  work: (db: Sql) => Promise<Result>,
): Promise<Result> {
  const client = await pool.connect().catch((error: unknown) => {
    throw new ConnectionLost('no connection to PostgreSQL', { cause: error });
  });
  let lost: Error | undefined;
  const connectionLost = (error: Error): void => {
    lost = error;
  };
  client.on('error', connectionLost);
  try {
    await client.query(begin);
    const result = await work(sqlOf(client));
    await client.query('commit');
    return result;
  } catch (error) {
    await client.query('rollback').catch(connectionLost);
    throw lost ? new ConnectionLost('the connection to PostgreSQL broke', { cause: error }) : error;
  } finally {
    client.off('error', connectionLost);
    client.release(lost);
  }
}
