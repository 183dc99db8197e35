import { GOLDEN_CASES } from './support/golden-cases';
import { GoldenLog } from './support/golden-log';
import type { LogCopy } from './support/log-copy';

describe('a golden log that nobody tampered with', () => {
  let golden: GoldenLog;
  let copy: LogCopy;
  beforeAll(async () => {
    golden = await GoldenLog.make();
    copy = await golden.copy();
  });
  afterAll(async () => {
    await copy.drop();
    await golden.close();
  });

  it('has nothing that fsck finds', async () => {
    expect(await copy.findings()).toEqual([]);
  });

  it('gives evidence that is verified', async () => {
    const { outcome, checks } = await copy.evidence(...GOLDEN_CASES, '（2026）黔01民初99号');
    expect(checks.filter(({ result }) => result !== 'PASS')).toEqual([]);
    expect(outcome).toBe('verified');
  });

  it('has many streams, a redaction in each court, two starts, and two levels of tiles', async () => {
    const [sizes] = await copy.query(
      `select (select position from head), (select count(*) from streams where name like 'case-%') as cases,
        (select count(*) from events where type = 'HeadsRecorded') as heads,
        (select array_agg(position order by position) from events where type = 'PayloadRedacted') as redactions,
        (select position from events where type = 'LedgerRestarted') as restart,
        (select max(start) from checkpoints) as starts, (select count(*) from tiles) as tiles`,
    );
    expect(sizes).toEqual({
      position: '296',
      cases: '12',
      heads: '4',
      redactions: ['194', '195', '196'],
      restart: '294',
      starts: 2,
      tiles: '3',
    });
  });
});
