import { join } from 'node:path';
import type { AppProcess } from '../support/app-process';
import { Clerks } from './support/clerks';
import { until } from '../support/until';
import { duration, Installation } from './support/installation';

const HOUR_MS = 3_600_000;
const TAKE_OVER_MS = 5_000;

const shifted = (ms: number) => ({
  NODE_OPTIONS: `--require ${join(__dirname, 'support/shifted-clock.cjs')}`,
  CLOCK_SHIFT_MS: String(ms),
});

/** One after the other, under load. */
describe('leases, between workers whose clocks are an hour wrong', () => {
  let installation: Installation;
  let clerks: Clerks;
  let behind: AppProcess;

  beforeAll(async () => {
    installation = await Installation.create();
    clerks = new Clerks([await installation.api('server')], 2);
  });
  afterAll(() => installation.close());

  it('end soon after a worker is killed whose clock was ahead, for one whose clock is behind', async () => {
    const ahead = await installation.worker('ahead', shifted(HOUR_MS));
    await installation.takenOver(ahead);
    behind = await installation.worker('behind', shifted(-HOUR_MS));
    const took = await duration(async () => {
      ahead.signal('SIGKILL');
      await installation.takenOver(behind);
    });
    expect(took).toBeLessThan(TAKE_OVER_MS);
  });

  it('are not over for a worker whose clock is ahead while the other one works', async () => {
    const held = await installation.liveBuilds();
    await installation.worker('ahead', shifted(HOUR_MS));
    const { rows } = await installation.operator.query<{ since: Date }>('select clock_timestamp() as since');
    await until(async () => {
      const { rowCount } = await installation.operator.query(
        `select from read.builds where state = 'live' and advanced_at < $1::timestamptz + interval '2 s'`,
        [rows[0]?.since],
      );
      return rowCount === 0;
    });
    await clerks.stop();
    expect(await installation.liveBuilds()).toMatchObject(
      held.map(({ build, token }) => ({ build, token, owner: behind.owner })),
    );
  });
});
