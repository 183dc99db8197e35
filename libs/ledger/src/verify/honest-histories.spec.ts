import fc from 'fast-check';
import { PAYLOAD_REDACTED } from '@liuhen/kernel';
import { nodeSuite } from '../suites/node/node-suite';
import { labBundleFile, newLab, type Lab } from '../testing';
import { verifyBundle } from './verify-bundle';

/** How many histories are made up. */
const HISTORIES = Number(process.env.LIUHEN_HISTORIES ?? 100);
const PATIENCE_MS = 60_000 + 200 * HISTORIES;

const CASES = ['（2026）黔0102民初1号', '（2026）黔01民终2号', '（2026）黔刑申3号之一'];

type Step = (lab: Lab) => unknown;

const caseNumber = fc.constantFrom(...CASES, '（2026）黔0102民初4号');
const data = fc.dictionary(
  fc.string({ unit: 'binary', minLength: 1 }),
  fc.jsonValue({ stringUnit: 'binary' }),
  {
    maxKeys: 4,
  },
);

const append = fc.record({ caseNumber, data, secrecy: fc.constantFrom('open', 'inner') }).map(
  ({ caseNumber: number, data: some, secrecy }): Step =>
    (lab) =>
      lab.append(`case-${number}`, { data: { 当事人: '张三', ...some }, header: { secrecy } }),
);
const wait = fc.integer({ min: 0, max: 100_000 }).map(
  (seconds): Step =>
    (lab) =>
      lab.wait(seconds),
);
/** The cosigner takes a moment, in which the log goes on. */
const sign = fc.integer({ min: 0, max: 9 }).map(
  (delay): Step =>
    (lab) =>
      lab.checkpoint({ 'cosigner-1': Math.floor(Date.parse(lab.now) / 1_000) + delay }),
);
const redact = fc.nat().map((chance): Step => (lab) => {
  const open = lab.events.filter(
    ({ header, payloadText }) => header.type !== PAYLOAD_REDACTED && payloadText.includes('"当事人"'),
  );
  const event = open[chance % open.length];
  if (event) lab.redact(event, '当事人');
});
const heads = fc.constant<Step>((lab) => lab.recordHeads());
const restart = fc.constant<Step>((lab) => lab.restart());

const history = fc.array(
  fc.oneof(
    { weight: 12, arbitrary: append },
    { weight: 4, arbitrary: sign },
    { weight: 3, arbitrary: wait },
    { weight: 2, arbitrary: redact },
    { weight: 2, arbitrary: heads },
    { weight: 1, arbitrary: restart },
  ),
  { maxLength: 40 },
);

describe('an honest history', () => {
  it(
    'is verified, whatever happened in it and whoever may see what of it',
    async () => {
      await fc.assert(
        fc.asyncProperty(history, fc.boolean(), fc.boolean(), async (steps, seesInner, seesPersonal) => {
          const lab = newLab();
          for (const step of steps) await step(lab);
          await lab.recordHeads();
          await lab.checkpoint();
          const file = await labBundleFile(lab, {
            cases: CASES,
            isHidden: ({ header }) => !seesInner && header.secrecy === 'inner',
            withheld: () => (seesPersonal ? [] : ['当事人']),
          });
          const report = verifyBundle(file, lab.policy(), { suite: nodeSuite, now: lab.now });
          expect(report.checks.filter(({ result }) => result !== 'PASS')).toEqual([]);
          expect(report.outcome).toBe('verified');
        }),
        { numRuns: HISTORIES },
      );
    },
    PATIENCE_MS,
  );
});
