import { execFile } from 'node:child_process';
import { rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { Client } from 'pg';
import { type EmbeddedPostgres, startEmbeddedPostgres } from '../../deploy/embedded-postgres';
import type * as Migrations from '../../deploy/migrations';
import { removeAbandoned, unfinishedName } from '../../deploy/embedded-postgres/unfinished';
import { OPERATOR_URL, OWNER_URL, TEMPLATE, TEST_DEPLOYMENT } from './test-deployment';

const ROOT = join(__dirname, '..', '..');

let server: EmbeddedPostgres | undefined;

/**
 * One server for a whole jest run, in a directory that goes with it; in it a migrated database, to be
 * copied by every test that wants one. dist/ is brought up to date: tests run it too.
 */
export async function startTestServer(): Promise<void> {
  const home = join(tmpdir(), `liuhen-test-${process.getuid?.() ?? ''}`);
  removeAbandoned(home);
  const building = promisify(execFile)(process.execPath, [join(ROOT, 'deploy', 'build.mjs')]);
  const log = (line: string): unknown => process.stderr.write(`${line}\n`);
  [server] = await Promise.all([
    startEmbeddedPostgres({ dataDir: unfinishedName(home), durable: false, log }),
    building,
  ]);
  process.env[OWNER_URL] = server.url('postgres');
  process.env[OPERATOR_URL] = server.url('postgres', 'postgres');
  await makeTemplate(server);
}

export async function stopTestServer(): Promise<void> {
  await server?.stop();
  if (server) rmSync(server.dataDir, { recursive: true, force: true });
}

/** The migrations as built: jest does not resolve the libraries' names outside of tests. */
async function makeTemplate({ url }: EmbeddedPostgres): Promise<void> {
  const owner = new Client(url('postgres'));
  await owner.connect();
  await owner.query(`create database ${TEMPLATE}`);
  await owner.end();
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- built in the meantime, not to be compiled again
  const { migrate } = require(join(ROOT, 'dist', 'deploy', 'migrations')) as typeof Migrations;
  await migrate(url(TEMPLATE), TEST_DEPLOYMENT);
}
