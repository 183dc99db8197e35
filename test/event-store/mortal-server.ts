import { rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbeddedPostgres, type EmbeddedPostgres } from '../../deploy/embedded-postgres';
import { unfinishedName } from '../../deploy/embedded-postgres/unfinished';
import { appUrl, migrate } from '../../deploy/migrations';
import { TEST_DEPLOYMENT } from '../support/database';

const start = (dataDir: string, port?: number): Promise<EmbeddedPostgres> =>
  startEmbeddedPostgres({
    dataDir,
    durable: true,
    log: () => undefined,
    ...(port !== undefined && { port }),
  });

/** A durable, migrated PostgreSQL of a test's own, which dies as often as it is told to and comes back. */
export class MortalServer {
  /** How often it has died. */
  crashes = 0;

  private constructor(private server: EmbeddedPostgres) {}

  static async start(): Promise<MortalServer> {
    const server = await start(unfinishedName(join(tmpdir(), `liuhen-mortal-${process.getuid?.() ?? ''}`)));
    await migrate(server.ownerUrl, TEST_DEPLOYMENT);
    return new MortalServer(server);
  }

  /** Of the application's role; the same after each death. */
  get appUrl(): string {
    return appUrl(this.server.ownerUrl);
  }

  /** Killed in the middle of whatever it does; resolves when it has recovered. */
  async crash(): Promise<void> {
    const { pid, dataDir, port, crashed } = this.server;
    process.kill(pid, 'SIGKILL');
    await crashed;
    this.crashes++;
    this.server = await start(dataDir, port);
  }

  async remove(): Promise<void> {
    await this.server.stop();
    rmSync(this.server.dataDir, { recursive: true, force: true });
  }
}
