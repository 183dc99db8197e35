import { mintToken } from '@liuhen/access';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { startServer, type ServerConfig } from '../../../apps/api/src/server';
import { prepareReadModels, runWorker } from '../../../apps/worker/src/run-worker';
import type { RunningApi } from '../../api/support/running-api';
import { freshDatabase, TEST_DEPLOYMENT, type TestDatabase } from '../../support/database';

type Running = Pick<RunningApi, 'server' | 'config' | 'database' | 'as' | 'call' | 'close'>;

/** A deployment that is stopped, backed up, put back and started again. */
export class Drilled {
  readonly dataDir = mkdtempSync(join(tmpdir(), 'liuhen-drill-'));
  #backups = 0;

  private constructor(private readonly database: TestDatabase) {}

  static async prepare(): Promise<Drilled> {
    const database = await freshDatabase();
    await prepareReadModels(database.ownerUrl);
    return new Drilled(database);
  }

  /** @param worker beside the server; so unless said otherwise. */
  async start({ worker = true } = {}): Promise<Running> {
    const { config, database, dataDir } = this;
    const server = await startServer(config);
    const running = worker ? await runWorker({ ...config, clockTickSeconds: 0.2 }) : undefined;
    return {
      ...{ server, config, database },
      as: async (person) => ({ authorization: `Bearer ${await mintToken(dataDir, person)}` }),
      call: (path, init) => fetch(`${server.url}${path}`, init),
      close: async () => {
        await server.close();
        await running?.close();
      },
    };
  }

  /** A copy of the database as it is now; nothing may run. @returns its name */
  async backUp(): Promise<string> {
    const backup = `${this.#name}_${String(++this.#backups)}`;
    await this.#asOwner(`create database ${backup} template ${this.#name}`);
    return backup;
  }

  /** The database as it was then, and nothing else; nothing may run. */
  async putBack(backup: string): Promise<void> {
    await this.#asOwner(`drop database ${this.#name}`);
    await this.#asOwner(`create database ${this.#name} template ${backup}`);
  }

  async end(): Promise<void> {
    for (let backup = 1; backup <= this.#backups; backup++)
      await this.#asOwner(`drop database ${this.#name}_${String(backup)}`);
    await this.database.drop();
    rmSync(this.dataDir, { recursive: true });
  }

  get journal(): string {
    return join(this.dataDir, 'erasures');
  }

  get operatorUrl(): string {
    return this.database.operatorUrl;
  }

  get config(): ServerConfig {
    return {
      ...{ host: '127.0.0.1', port: 0, documentLimit: 1024, metricsPort: 0, logLevel: 'silent' },
      ...{ oidcIssuer: undefined, oidcAudience: 'liuhen', ledgerPolicy: undefined },
      oidcStepUpAcr: 'urn:liuhen:acr:second-factor',
      ...{ logOrigin: TEST_DEPLOYMENT.origin, logHash: TEST_DEPLOYMENT.hash },
      ...{ eventStore: 'postgres', eventStoreDbUrl: undefined },
      dataDir: this.dataDir,
      documentsDir: join(this.dataDir, 'documents'),
      databaseAppUrl: this.database.appUrl,
    };
  }

  get #name(): string {
    return new URL(this.database.ownerUrl).pathname.slice(1);
  }

  async #asOwner(statement: string): Promise<void> {
    const url = new URL(this.database.ownerUrl);
    url.pathname = 'postgres';
    const client = new Client(url.href);
    await client.connect();
    await client.query(statement).finally(() => client.end());
  }
}
