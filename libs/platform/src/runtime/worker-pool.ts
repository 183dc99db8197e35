import { Pool } from 'pg';

const CONNECT_TIMEOUT_MS = 5_000;

/**
 * Connections for those who write read models.
 *
 * @param url of the application role.
 */
export function openWorkerPool(url: string, size: number): Pool {
  const pool = new Pool({
    connectionString: url,
    max: size,
    application_name: 'liuhen-worker',
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
  });
  // A connection that breaks while idle is replaced; whoever needs one next finds out.
  pool.on('error', () => undefined);
  return pool;
}
