import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PostgresEventStore } from '@liuhen/event-store';
import { startEmbeddedPostgres, type EmbeddedPostgres } from '../../deploy/embedded-postgres';
import { appUrl, migrate } from '../../deploy/migrations';
import { TEST_DEPLOYMENT } from '../support/database';
import { BUSINESS } from './open-store';

/** A durable server that a test may ill-treat, with empty logs. Its address stays the same. */
export class OwnServer {
  /** By itself, or killed. */
  hasEnded = false;
  private server: EmbeddedPostgres;

  private constructor(private readonly directory: string) {}

  static async start(directory = mkdtempSync(join(tmpdir(), 'liuhen-server-'))): Promise<OwnServer> {
    const own = new OwnServer(directory);
    await own.launch();
    await migrate(own.server.ownerUrl, TEST_DEPLOYMENT);
    return own;
  }

  /** As the application. */
  get url(): string {
    return appUrl(this.server.ownerUrl);
  }

  get operatorUrl(): string {
    return this.server.url('liuhen', 'postgres');
  }

  openStore(): Promise<PostgresEventStore> {
    return PostgresEventStore.open({ url: this.url, log: BUSINESS });
  }

  /** The server itself; its sessions find out by themselves, and may finish what they are at. */
  async kill(): Promise<void> {
    process.kill(this.server.pid, 'SIGKILL');
    await this.server.crashed;
  }

  /** Shuts it down if it still runs. */
  async restart(): Promise<void> {
    await this.server.stop();
    await this.launch(this.server.port);
  }

  async remove(): Promise<void> {
    await this.server.stop();
    rmSync(this.directory, { recursive: true, force: true, maxRetries: 5 });
  }

  private async launch(port?: number): Promise<void> {
    const options = { dataDir: this.directory, log: () => undefined };
    this.server = await startEmbeddedPostgres(port === undefined ? options : { ...options, port });
    this.hasEnded = false;
    void this.server.crashed.then(() => {
      this.hasEnded = true;
    });
  }
}
