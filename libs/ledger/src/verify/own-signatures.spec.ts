import { fieldDigests, withholdFields, type JsonObject } from '@liuhen/kernel';
import { isShown, type Bundle } from '../bundle/bundle';
import { readZip } from '../bundle/stored-zip';
import { writeBundle } from '../bundle/write-bundle';
import { browserSuite } from '../suites/browser/browser-suite';
import { nodeSuite } from '../suites/node/node-suite';
import { revoke, SignedLab, type SignedLabOptions } from '../testing';
import { fitted } from '../testing/fitted';
import type { Report } from './report';
import { reportLines } from './report-lines';
import { verifyBundle } from './verify-bundle';

async function reportOn(
  options: SignedLabOptions,
  change: (bundle: Bundle, signed: SignedLab) => Partial<Bundle> = () => ({}),
  suite = nodeSuite,
  required?: readonly [],
): Promise<Report> {
  const signed = await SignedLab.of(options);
  const bundle = await signed.bundle();
  const { lab } = signed;
  const policy = { ...signed.policy(lab.policy()), ...(required && { required }) };
  const file = writeBundle({ ...bundle, ...change(bundle, signed) }, lab.hash);
  return verifyBundle(file, policy, { suite, now: lab.now });
}

const resultIn = ({ outcome, checks }: Report) => {
  const { result, code } = checks.find(({ name }) => name === 'signatures') ?? {};
  return { outcome, result, code };
};
const holds = { outcome: 'verified', result: 'PASS', code: null };
const day = (on: string) => (administration: SignedLab['administration'], thumbprint: string) =>
  revoke(administration, thumbprint, on);

describe('a signature under an event', () => {
  it.each(['ed25519', 'sm2'] as const)('with %s is its person’s, to every suite', async (scheme) => {
    for (const suite of [nodeSuite, browserSuite]) {
      const report = await reportOn({ scheme }, undefined, suite);
      expect(resultIn(report)).toEqual(holds);
      expect(report.events.map(({ signature }) => signature)).toEqual([
        null,
        { scheme, key: expect.stringMatching(/^[\w-]{43}$/) as string, code: null },
      ]);
    }
  });

  it('is told, with the key, and up to when keys are known', async () => {
    const text = reportLines(await reportOn({})).join('\n');
    expect(text).toMatch(
      /通过　  本人签名：1 条记录的本人签名成立，密钥当时登记在签名人名下（登记截至 2026-03-01 09:10/,
    );
    expect(text).toMatch(/本人签名（Ed25519，密钥 [\w-]{43}）：成立/);
  });

  it('may stand under several events of one command', async () => {
    const both: SignedLabOptions = {
      then: (lab, { header: { stream, command, recordedAt } }) =>
        lab.append(stream, { header: { command, recordedAt } }),
    };
    expect(resultIn(await reportOn(both))).toEqual(holds);
  });

  it('holds when the key was revoked afterwards, also from the same day on', async () => {
    for (const on of ['2026-03-01', '2026-03-02'])
      expect(resultIn(await reportOn({ after: day(on) }))).toEqual(holds);
  });

  it('does not hold with a key that was revoked before', async () => {
    expect(resultIn(await reportOn({ before: day('2026-03-01') }))).toEqual({
      ...{ outcome: 'tampered', result: 'FAIL', code: 'signature-out-of-force' },
    });
    expect(resultIn(await reportOn({ before: day('2026-03-02') }))).toEqual(holds);
  });

  it.each<[string, JsonObject]>([
    ['from the day after on', { from: '2026-03-02' }],
    ['until that day', { until: '2026-03-01' }],
  ])('does not hold with a key that counts %s', async (_, registration) => {
    expect(resultIn(await reportOn({ registration }))).toMatchObject({ code: 'signature-out-of-force' });
  });

  it('does not hold with a key that was registered later', async () => {
    const signed = await SignedLab.of({ header: { recordedAt: '2026-02-28T23:00:00.000Z' } });
    const report = verifyBundle(
      writeBundle(await signed.bundle(), signed.lab.hash),
      { ...signed.policy(signed.lab.policy()), skewSeconds: 60 },
      { suite: nodeSuite, now: signed.lab.now },
    );
    expect(report.checks.find(({ name }) => name === 'signatures')).toMatchObject({
      code: 'signature-out-of-force',
    });
  });

  it('is asked for where the policy says so; without, it is only told that nobody proves it', async () => {
    const without = await reportOn({}, () => ({ signers: null }));
    expect(resultIn(without)).toEqual({
      outcome: 'not-verifiable',
      result: 'FAIL',
      code: 'key-unregistered',
    });
    const unasked = await reportOn({}, () => ({ signers: null }), nodeSuite, []);
    expect(resultIn(unasked)).toMatchObject({ result: 'NOT REQUIRED', code: 'key-unregistered' });
    expect(unasked.events[1]?.signature?.code).toBe('key-unregistered');
  });
});

describe('a bundle with a signed event', () => {
  it('is refused with a bit turned anywhere', async () => {
    const signed = await SignedLab.of();
    const { lab } = signed;
    const file = writeBundle(await signed.bundle(), lab.hash);
    const policy = signed.policy(lab.policy());
    const outcomeOf = (bytes: Uint8Array) =>
      verifyBundle(bytes, policy, { suite: nodeSuite, now: lab.now }).outcome;
    expect(outcomeOf(file)).toBe('verified');
    for (let at = 0; at < file.length; at += 7)
      expect([at, outcomeOf(file.with(at, (file[at] ?? 0) ^ (1 << (at % 8))))]).not.toContain('verified');
  });

  it('is not verified with a letter turned in the registrations by somebody who makes the archive fit', async () => {
    const signed = await SignedLab.of();
    const { lab } = signed;
    const files = readZip(writeBundle(await signed.bundle(), lab.hash));
    const content = files.get('signers.json') ?? new Uint8Array();
    const policy = signed.policy(lab.policy());
    for (let at = 0; at < content.length; at += 13) {
      const turned = content.with(at, (content[at] ?? 0) ^ (1 << (at % 7)));
      const bytes = fitted(new Map([...files, ['signers.json', turned]]), 'signers.json', lab.hash);
      const { outcome } = verifyBundle(bytes, policy, { suite: nodeSuite, now: lab.now });
      expect([at, outcome]).not.toContain('verified');
    }
  });
});

describe('the registration of keys', () => {
  const changed = (change: (signers: NonNullable<Bundle['signers']>) => object) => (bundle: Bundle) => ({
    signers: bundle.signers && { ...bundle.signers, ...change(bundle.signers) },
  });

  it('is not taken with a revocation left out', async () => {
    const report = await reportOn(
      { before: day('2026-03-01') },
      changed(({ events }) => ({ events: events.slice(0, -1) })),
    );
    expect(resultIn(report)).toMatchObject({ result: 'FAIL', code: 'signers-unproven' });
    expect(report.events[1]?.signature?.code).toBe('key-unregistered');
  });

  it('is not taken with what a revocation says withheld', async () => {
    const report = await reportOn(
      { before: day('2026-03-01') },
      changed(({ events }) => ({
        events: events.map((event, at) => {
          if (at < events.length - 1) return event;
          const text = event.payload.join('\n');
          const all = new Set(fieldDigests('sha256', text).values());
          return { ...event, payload: withholdFields('sha256', text, all).split('\n') };
        }),
      })),
    );
    expect(resultIn(report)).toMatchObject({ result: 'FAIL', code: 'signers-unproven' });
  });

  it('of others, or where nobody signed, has no business in a bundle', async () => {
    const others = await reportOn(
      {},
      changed(({ heads }) => ({ heads: { ...heads, streams: [] } })),
    );
    expect(resultIn(others)).toMatchObject({ outcome: 'tampered', code: 'signers-altered' });
    const unsigned = await reportOn({}, (bundle) => ({
      events: bundle.events.map((event) =>
        isShown(event) && event.rev === 1
          ? { ...event, header: event.header.replace(/"signature":"[^"]+"/, '"signature":null') }
          : event,
      ),
    }));
    expect(resultIn(unsigned)).toMatchObject({ outcome: 'tampered', code: 'signers-altered' });
  });

  it('is taken under a cosigned checkpoint only', async () => {
    const signed = await SignedLab.of();
    const bundle = await signed.bundle();
    const [byLog] = bundle.signers?.checkpoint.signatures ?? [];
    const checkpoint = bundle.signers && { ...bundle.signers.checkpoint, signatures: byLog ? [byLog] : [] };
    const signers = bundle.signers && checkpoint && { ...bundle.signers, checkpoint };
    const report = verifyBundle(
      writeBundle({ ...bundle, signers }, signed.lab.hash),
      signed.policy(signed.lab.policy()),
      {
        suite: nodeSuite,
        now: signed.lab.now,
      },
    );
    expect(resultIn(report)).toEqual({ outcome: 'not-verifiable', result: 'FAIL', code: 'signers-unproven' });
  });
});
