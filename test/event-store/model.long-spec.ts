import { fsck } from '@liuhen/event-store';
import { COMMANDS, crashServer, describeModel } from '../../libs/event-store/src/testing/model';
import { BUSINESS } from './open-store';
import { OwnServer } from './own-server';
import { describePostgresModel, openPostgres } from './postgres-model';
import { SharedLog } from './shared-log';

describePostgresModel({ runs: 1_000 });

/** A log whose server can be killed; each run leaves it without a fault. */
class MortalLog extends SharedLog {
  crashes = 0;

  constructor(private readonly server: OwnServer) {
    super(server.url, openPostgres);
  }

  async crashServer(): Promise<void> {
    await this.server.kill();
    this.crashes++;
    await this.server.restart();
  }

  override async close(): Promise<void> {
    await super.close();
    const { findings } = await fsck(this.server.url, BUSINESS);
    expect(findings).toEqual([]);
  }
}

describe('on a server that is killed again and again', () => {
  const RUNS = 20;
  let server: OwnServer;
  let log: MortalLog;
  beforeAll(async () => {
    server = await OwnServer.start();
    log = new MortalLog(server);
  });
  afterAll(async () => {
    await log.end();
    await server.remove();
  });

  describeModel('the PostgreSQL store', () => Promise.resolve(log), {
    runs: RUNS,
    // One command in four kills the server.
    commands: [...Object.values(COMMANDS), crashServer, crashServer, crashServer, crashServer],
  });

  it('was killed more often than there were runs', () => {
    expect(log.crashes).toBeGreaterThan(RUNS);
  });
});
