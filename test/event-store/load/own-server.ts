import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PostgresEventStore } from '@liuhen/event-store';
import { startEmbeddedPostgres, type EmbeddedPostgres } from '../../../deploy/embedded-postgres';
import { appUrl, migrate } from '../../../deploy/migrations';
import { TEST_DEPLOYMENT } from '../../support/database';
import { BUSINESS } from '../open-store';

/** A durable server that a test may ill-treat, with empty logs. Its address stays the same. */
export class OwnServer {
  private constructor(
    private readonly directory: string,
    private server: EmbeddedPostgres,
  ) {}

  static async start(directory = mkdtempSync(join(tmpdir(), 'liuhen-server-'))): Promise<OwnServer> {
    const server = await startEmbeddedPostgres({ dataDir: directory, log: () => undefined });
    await migrate(server.ownerUrl, TEST_DEPLOYMENT);
    return new OwnServer(directory, server);
  }

  /** As the application. */
  get url(): string {
    return appUrl(this.server.ownerUrl);
  }

  openStore(): Promise<PostgresEventStore> {
    return PostgresEventStore.open({ url: this.url, log: BUSINESS });
  }

  /** The server itself; its sessions find out by themselves, and may finish what they are at. */
  async kill(): Promise<void> {
    process.kill(this.server.pid, 'SIGKILL');
    await this.server.crashed;
  }

  async restart(): Promise<void> {
    const { port } = this.server;
    this.server = await startEmbeddedPostgres({ dataDir: this.directory, port, log: () => undefined });
  }

  async remove(): Promise<void> {
    await this.server.stop();
    rmSync(this.directory, { recursive: true, force: true, maxRetries: 5 });
  }
}
