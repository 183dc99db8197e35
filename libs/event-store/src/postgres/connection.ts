import { Socket } from 'node:net';
import { Pool, type ClientConfig } from 'pg';

/** How a store's connections are set up; each kind is told apart by its name in pg_stat_activity. */
export interface ConnectionSettings {
  readonly url: string;
  readonly applicationName: string;
  /** Server settings of the session. */
  readonly session?: Readonly<Record<string, string>>;
  /** Breaks the connections at once, also where the server says nothing any more. */
  readonly cutOff?: AbortSignal;
}

const CONNECT_TIMEOUT_MS = 5_000;
const STATEMENT_TIMEOUT_MS = 10_000;
/** Later than the server's own time-out: then the connection itself is dead. */
const ANSWER_TIMEOUT_MS = 15_000;
const KEEP_ALIVE_AFTER_MS = 10_000;
const IDLE_MS = 30_000;

export const clientConfig = ({
  url,
  applicationName,
  session = {},
  cutOff,
}: ConnectionSettings): ClientConfig => ({
  connectionString: url,
  application_name: applicationName,
  connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
  statement_timeout: STATEMENT_TIMEOUT_MS,
  query_timeout: ANSWER_TIMEOUT_MS,
  keepAlive: true,
  keepAliveInitialDelayMillis: KEEP_ALIVE_AFTER_MS,
  options: Object.entries(session)
    .map(([name, value]) => `-c ${name}=${value.replaceAll(' ', '\\ ')}`)
    .join(' '),
  stream: () => new Socket(cutOff && { signal: cutOff }),
});

export function openPool(settings: ConnectionSettings, max: number): Pool {
  const pool = new Pool({ ...clientConfig(settings), max, idleTimeoutMillis: IDLE_MS });
  // A connection that breaks leaves the pool: at once if it is idle, else its user's query fails and gives it back.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  return pool;
}
