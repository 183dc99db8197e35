import { fsck } from '@liuhen/event-store';
import { COMMANDS, crashServer, describeModel } from '../../libs/event-store/src/testing/model';
import { MortalServer } from './mortal-server';
import { BUSINESS } from './open-store';
import { describePostgresModel } from './postgres-model';
import { SharedLog } from './shared-log';

describePostgresModel({ runs: 1_000 });

/** A log whose server can be killed; each run leaves it without a fault. */
class MortalLog extends SharedLog {
  constructor(private readonly server: MortalServer) {
    super(server.appUrl);
  }

  crashServer(): Promise<void> {
    return this.server.crash();
  }

  override async close(): Promise<void> {
    await super.close();
    const { findings } = await fsck(this.server.appUrl, BUSINESS);
    expect(findings).toEqual([]);
  }
}

describe('on a server that is killed again and again', () => {
  const RUNS = 20;
  let server: MortalServer;
  let log: MortalLog;
  beforeAll(async () => {
    server = await MortalServer.start();
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
    expect(server.crashes).toBeGreaterThan(RUNS);
  });
});
