import { rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { startEmbeddedPostgres } from '../../deploy/embedded-postgres';
import { removeAbandoned, unfinishedName } from '../../deploy/embedded-postgres/unfinished';

/** The PostgreSQL that is measured. */
export interface BenchServer {
  readonly isEmbedded: boolean;
  /** Runs one statement, as whoever operates the server. */
  query<Row extends object>(sql: string): Promise<readonly Row[]>;
  /** A new database, empty or a copy; what was written before is on disk by then, so that nobody pays for another's writes. */
  newDatabase(copyOf?: string): Promise<BenchDatabase>;
  stop(): Promise<void>;
}

export interface BenchDatabase {
  readonly name: string;
  readonly ownerUrl: string;
  query<Row extends object>(sql: string): Promise<readonly Row[]>;
  drop(): Promise<void>;
}

/** A server that keeps its promises (fsync on), in a directory that goes with it; or the one at the address. */
export async function openServer(url: string | undefined): Promise<BenchServer> {
  if (url !== undefined) return serverAt(url, url, () => Promise.resolve(), false);
  const home = join(tmpdir(), `liuhen-bench-${String(process.getuid?.() ?? '')}`);
  removeAbandoned(home);
  const log = (line: string): unknown => process.stderr.write(`${line}\n`);
  const server = await startEmbeddedPostgres({ dataDir: unfinishedName(home), durable: true, log });
  const stop = async (): Promise<void> => {
    await server.stop();
    rmSync(server.dataDir, { recursive: true, force: true });
  };
  return serverAt(server.url('postgres'), server.url('postgres', 'postgres'), stop, true);
}

function serverAt(
  ownerUrl: string,
  operatorUrl: string,
  stop: () => Promise<void>,
  isEmbedded: boolean,
): BenchServer {
  let made = 0;
  return {
    isEmbedded,
    stop,
    query: (sql) => query(operatorUrl, sql),
    async newDatabase(copyOf) {
      const name = `liuhen_bench_${String(process.pid)}_${String(++made)}`;
      const copied = copyOf === undefined ? '' : `template ${copyOf} strategy file_copy`;
      await query(ownerUrl, `create database ${name} ${copied}`);
      await query(operatorUrl, 'checkpoint');
      const own = new URL(ownerUrl);
      own.pathname = name;
      return {
        name,
        ownerUrl: own.href,
        query: (sql) => query(own.href, sql),
        // Autovacuum may be at it, which the owner may not interrupt.
        drop: async () => {
          await query(operatorUrl, `drop database ${name} with (force)`);
        },
      };
    },
  };
}

async function query<Row extends object>(url: string, sql: string): Promise<readonly Row[]> {
  const client = new Client(url);
  await client.connect();
  try {
    return (await client.query<Row>(sql)).rows;
  } finally {
    await client.end();
  }
}
