import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { mintToken } from '@liuhen/access';
import type { Clock } from '@liuhen/kernel';
import type { Type } from '@nestjs/common';
import { startServer, type RunningServer, type ServerConfig } from '../../../apps/api/src/server';
import { prepareReadModels, runWorker, type RunningWorker } from '../../../apps/worker/src/run-worker';
import { freshDatabase, TEST_DEPLOYMENT, type TestDatabase } from '../../support/database';

/** The clock of duties looks this often: tests turn it on by days. */
const TICK_SECONDS = 0.2;

export interface ApiOptions {
  readonly config?: Partial<ServerConfig>;
  /** Instead of all acts. */
  readonly slices?: readonly Type[];
  /** Advance the read models; so unless said otherwise. */
  readonly worker?: boolean;
  /** By which everything is recorded and falls due; the system's own unless said. */
  readonly clock?: Clock;
  /** A detour to the database. */
  readonly through?: (url: string) => Promise<string>;
}

/** The whole system in this process, with a database and a data directory of its own. */
export interface RunningApi {
  readonly server: RunningServer;
  readonly config: ServerConfig;
  readonly database: TestDatabase;
  /** The header by which the person identifies. */
  as(person: string): Promise<{ readonly authorization: string }>;
  /** As `fetch`, by path. */
  call(path: string, init?: RequestInit): Promise<Response>;
  close(): Promise<void>;
}

export async function startApi({
  config = {},
  slices,
  worker = true,
  clock,
  through = (url) => Promise.resolve(url),
}: ApiOptions = {}): Promise<RunningApi> {
  const database = await freshDatabase();
  await prepareReadModels(database.ownerUrl);
  const dataDir = mkdtempSync(join(tmpdir(), 'liuhen-api-'));
  const complete: ServerConfig = {
    ...PRESET,
    dataDir,
    documentsDir: join(dataDir, 'documents'),
    databaseAppUrl: await through(database.appUrl),
    ...config,
  };
  const leave = async (): Promise<void> => {
    await database.drop();
    rmSync(dataDir, { recursive: true });
  };
  const server = await startServer(complete, slices, clock).catch(async (error: unknown) => {
    await leave();
    throw error;
  });
  const running: RunningWorker | undefined = worker
    ? await runWorker({ ...complete, clockTickSeconds: TICK_SECONDS }, undefined, clock)
    : undefined;
  return {
    server,
    config: complete,
    database,
    as: async (person) => ({ authorization: `Bearer ${await mintToken(dataDir, person)}` }),
    call: (path, init) => fetch(`${server.url}${path}`, init),
    close: async () => {
      await server.close();
      await running?.close();
      await leave();
    },
  };
}

const PRESET: Omit<ServerConfig, 'dataDir' | 'documentsDir' | 'databaseAppUrl'> = {
  host: '127.0.0.1',
  port: 0,
  documentLimit: 4 * 1024 * 1024,
  oidcIssuer: undefined,
  oidcAudience: 'liuhen',
  oidcStepUpAcr: 'urn:liuhen:acr:second-factor',
  metricsPort: 0,
  logLevel: 'silent',
  logOrigin: TEST_DEPLOYMENT.origin,
  logHash: TEST_DEPLOYMENT.hash,
  eventStore: 'postgres',
  eventStoreDbUrl: undefined,
  ledgerPolicy: undefined,
};

/** What a problem says, apart from its wording. */
export interface ProblemAnswer {
  readonly status: number;
  readonly code: unknown;
}

/** @throws if the answer is no problem in the form of RFC 9457. */
export async function problemIn(response: Response): Promise<ProblemAnswer & Record<string, unknown>> {
  const type = response.headers.get('content-type');
  if (type !== 'application/problem+json; charset=utf-8')
    throw new Error(`${String(response.status)} ${String(type)}`);
  const body = (await response.json()) as Record<string, unknown>;
  expect(body).toMatchObject({
    type: `urn:liuhen:problem:${String(body.code)}`,
    status: response.status,
    title: expect.stringMatching(/\p{sc=Han}/u) as string,
    detail: expect.stringMatching(/\p{sc=Han}/u) as string,
    instance: `urn:liuhen:request:${String(response.headers.get('correlation-id'))}`,
  });
  return { ...body, status: response.status, code: body.code };
}
