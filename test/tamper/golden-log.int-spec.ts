import { inDocuments } from './support/damaged-documents';
import { COSIGNER, FSCK, NOTARY, SIGNER, verifier, verifierWhoKept } from './support/detections';
import { inExport } from './support/exported-log';
import { GOLDEN_CASES } from './support/golden-cases';
import type { GoldenLog } from './support/golden-log';
import type { LogCopy } from './support/log-copy';
import { inOtherLog } from './support/other-log';
import { OwnGround } from './support/own-ground';

const NOBODY = '（2026）黔01民初99号';
const ground = new OwnGround();
afterAll(() => ground.close());

describe('a golden log that nobody tampered with', () => {
  let golden: GoldenLog;
  let copy: LogCopy;
  beforeAll(async () => {
    golden = await ground.golden();
    copy = await golden.copy();
  });
  afterAll(() => copy.drop());

  const all = [...GOLDEN_CASES, NOBODY];
  it.each([FSCK, verifier(...all), verifierWhoKept(...all), NOTARY, SIGNER, COSIGNER])(
    'is nothing to complain of: $detector',
    async ({ detect }) => {
      expect(await detect(copy, golden)).toEqual([]);
    },
  );

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

it.each([verifier(...GOLDEN_CASES, NOBODY), NOTARY])(
  'the same on EventStoreDB is nothing to complain of: $detector',
  async ({ detect }) => {
    const golden = await ground.numbered();
    const copy = await golden.copy();
    expect(await detect(copy, golden)).toEqual([]);
    await copy.drop();
  },
);

it.each([
  inOtherLog('another log', ['none'], []),
  inExport('an exported log', ['none'], () => undefined),
  inDocuments('a document', (content) => content),
])('nor is $name that nobody tampered with', async ({ attempt }) => {
  expect(await attempt(ground)).toEqual([]);
});
