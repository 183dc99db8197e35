import { parseCheckpoint } from '../checkpoint/checkpoint';
import { CHECK_NAMES } from '../policy/checks';
import { browserSuite } from '../suites/browser/browser-suite';
import { nodeSuite } from '../suites/node/node-suite';
import {
  CASES,
  goldenLab,
  JIA,
  labBundle,
  labBundleFile,
  newLab,
  reportOn,
  TAMPERINGS,
  YI,
  type Given,
} from '../testing';
import { FINDINGS, kindOf, type FindingCode } from './findings';
import { verifyBundle } from './verify-bundle';

const CODES = Object.keys(FINDINGS) as readonly FindingCode[];

describe('a bundle that nobody tampered with', () => {
  it.each(['sha256', 'sm3'] as const)('of %s is verified, by every suite alike', async (hash) => {
    const lab = await goldenLab({ hash });
    const file = await labBundleFile(lab, CASES);
    const [node, browser] = [nodeSuite, browserSuite].map((suite) =>
      verifyBundle(file, lab.policy(), { suite, now: lab.now }),
    );
    expect(node?.checks.map(({ name, result, code }) => [name, result, code])).toEqual(
      CHECK_NAMES.map((name) => [name, 'PASS', null]),
    );
    expect(node?.outcome).toBe('verified');
    expect(browser).toEqual(node);
  });

  it('tells of each event when it was recorded, what is not shown of it, and why', async () => {
    const lab = await goldenLab();
    const report = await reportOn({
      lab,
      bundle: await labBundle(lab, {
        ...CASES,
        isHidden: ({ header }) => header.stream.endsWith(YI) && header.rev === 1,
        withheld: ({ header }) => (header.rev === 2 ? ['经过'] : []),
      }),
    });
    const [before, after] = ['2026-03-01T01:00:04.000Z', '2026-03-01T01:01:49.000Z'];
    expect(report.outcome).toBe('verified');
    expect(report.completeTo).toEqual({ treeSize: 7, recordedAt: '2026-03-01T01:01:47.000Z' });
    expect(report.restarts).toMatchObject([
      { start: 2, formerSize: 4, recordedAt: '2026-03-01T01:01:46.000Z' },
    ]);
    expect(report.events).toMatchObject([
      {
        ...{ index: 0, rev: 0, recordedBetween: { before }, isBeyondHeads: false },
        data: { 经过: '第0件事' },
        withheld: [{ why: 'redacted', title: '当事人', rev: 3, legalBasis: { article: '第四十七条' } }],
      },
      { index: 2, rev: 1, data: { 经过: '第2件事', 当事人: '张三' }, withheld: [] },
      {
        ...{ index: 4, rev: 2, recordedBetween: { after: before, before: after } },
        ...{ data: { 当事人: '张三' }, withheld: [{ why: 'access' }] },
      },
      { index: 5, rev: 3, header: { type: 'PayloadRedacted' } },
      { index: 1, stream: `case-${YI}`, rev: 0, isBeyondHeads: false },
      { index: 8, rev: 1, header: null, data: {}, withheld: [], isBeyondHeads: true },
    ]);
  });

  it('goes on from the checkpoint that the verifier kept, of whichever start', async () => {
    const lab = await goldenLab();
    for (const { note } of lab.checkpoints) {
      const circumstances = { trustedCheckpoint: parseCheckpoint(note.text) };
      expect((await reportOn({ lab, circumstances })).outcome).toBe('verified');
    }
  });

  it('is verified from a checkpoint before the last one, too', async () => {
    const lab = await goldenLab();
    const [checkpoint] = lab.checkpoints.slice(-1);
    lab.append(`case-${JIA}`);
    await lab.checkpoint();
    const bundle = await labBundle(lab, { ...CASES, ...(checkpoint && { checkpoint }) });
    expect(bundle.brackets.map((bracket) => parseCheckpoint(bracket.checkpoint.text).size)).toEqual([4, 10]);
    expect((await reportOn({ lab, bundle })).outcome).toBe('verified');
  });
});

describe('what is wrong with a bundle', () => {
  it.each(CODES)('is found: %s', async (code) => {
    const [given, firstBad] = TAMPERINGS[code];
    const report = await reportOn(await given());
    const found = report.checks.find(({ name }) => name === kindOf({ code }).check);
    expect(found).toMatchObject({
      result: 'FAIL',
      code,
      text: expect.stringContaining(kindOf({ code }).text),
    });
    expect(found?.firstBad).toBe(firstBad);
    expect(report.outcome).not.toBe('verified');
  });
});

describe('a policy', () => {
  it('that does without a check is told what the check found', async () => {
    const policy: Given['policy'] = (given) => ({ ...given, required: [] });
    for (const code of ['stale', 'recorded-too-early', 'events-missing', 'restarts-missing'] as const) {
      const given = await TAMPERINGS[code][0]();
      const report = await reportOn({ ...given, policy });
      const found = report.checks.find(({ name }) => name === kindOf({ code }).check);
      expect(found).toMatchObject({
        code,
        result: 'NOT REQUIRED',
        text: expect.stringContaining(kindOf({ code }).text),
      });
      expect(report.checks.every(({ result }) => result !== 'FAIL')).toBe(report.outcome === 'verified');
    }
  });

  it.each(CODES.filter((code) => kindOf({ code }).always))('never does without this: %s', async (code) => {
    const { policy = (same) => same, ...given } = await TAMPERINGS[code][0]();
    const report = await reportOn({ ...given, policy: (full) => policy({ ...full, required: [] }) });
    expect(report.outcome).toBe(kindOf({ code }).outcome);
  });

  it.each(['log-unknown', 'log-signature-missing', 'quorum-unmet'] as const)(
    'that names no checks still asks for signatures: %s',
    async (code) => {
      const { policy = (same) => same, ...given } = await TAMPERINGS[code][0]();
      const report = await reportOn({ ...given, policy: (full) => policy({ ...full, required: [] }) });
      expect(report.outcome).toBe('not-verifiable');
    },
  );

  it('of those who trust the log alone gives no times', async () => {
    const lab = await goldenLab({ cosigners: 0 });
    const report = await reportOn({
      lab,
      policy: (policy) => ({ ...policy, required: ['heads', 'completeness'] }),
    });
    expect(report.outcome).toBe('verified');
    expect(report.events.every(({ recordedBetween }) => Object.keys(recordedBetween).length === 0)).toBe(
      true,
    );
  });

  it('that allows for clocks takes what is within them', async () => {
    const given = await TAMPERINGS['recorded-too-early'][0]();
    const allowing = (skewSeconds: number) =>
      reportOn({ ...given, policy: (policy) => ({ ...policy, skewSeconds }) });
    expect((await allowing(3_600)).outcome).toBe('verified');
    expect((await allowing(3_599)).outcome).toBe('tampered');
  });

  it('counts time from when enough have cosigned', async () => {
    const lab = newLab({ cosigners: 3 });
    lab.append(`case-${JIA}`);
    await lab.recordHeads();
    const now = Date.parse(lab.now) / 1_000;
    await lab.checkpoint({ 'cosigner-1': now, 'cosigner-2': now + 5, 'cosigner-3': now + 900 });
    const bundle = await labBundle(lab, { cases: [JIA] });
    const before = async (threshold: number) => {
      const report = await reportOn({
        ...{ lab, bundle },
        policy: (policy) => ({ ...policy, groups: policy.groups.map((group) => ({ ...group, threshold })) }),
      });
      return Date.parse(report.events[0]?.recordedBetween.before ?? '') / 1_000 - now;
    };
    expect([await before(1), await before(2), await before(3)]).toEqual([0, 5, 900]);
  });

  it('does not know whoever else has signed', async () => {
    const lab = await goldenLab();
    const report = await reportOn({
      lab,
      policy: (policy) => ({
        ...policy,
        witnesses: policy.witnesses.slice(0, 1),
        groups: [],
        quorum: 'cosigner-1',
      }),
    });
    expect(report.outcome).toBe('verified');
    expect(report.checks.find(({ name }) => name === 'cosignatures')?.text).toContain('另有 1 个签名');
  });
});
