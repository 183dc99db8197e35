import { readZip } from '../bundle/stored-zip';
import { writeBundle } from '../bundle/write-bundle';
import { nodeSuite } from '../suites/node/node-suite';
import { JIA, labBundle, labBundleFile, newLab, YI, type Lab, type LabWishes } from '../testing';
import { fitted } from '../testing/fitted';
import type { Report } from './report';
import { verifyBundle } from './verify-bundle';

/** Every bit is turned, or one of each byte, and where much is computed anew, one of some. */
const IS_EVERY_BIT = process.env.LIUHEN_EVERY_BIT !== undefined;
const STRIDE = IS_EVERY_BIT ? 1 : 31;
const PATIENCE_MS = IS_EVERY_BIT ? 3_600_000 : 60_000;

/** Bits by the place of their bytes, the same in every run. */
const bitsOf = (at: number): readonly number[] =>
  IS_EVERY_BIT ? [0, 1, 2, 3, 4, 5, 6, 7] : [Math.imul(at + 1, 0x9e3779b1) >>> 29];

const turnedAt = (bytes: Uint8Array, at: number, bit: number): Uint8Array =>
  bytes.with(at, (bytes[at] ?? 0) ^ (1 << bit));

const WISHES: LabWishes = {
  cases: [JIA, YI],
  withheld: ({ header }) => (header.rev === 0 ? ['经过'] : []),
};

async function smallBundle(): Promise<{ readonly lab: Lab; readonly file: Uint8Array }> {
  const lab = newLab();
  lab.append(`case-${JIA}`);
  await lab.checkpoint();
  lab.redact(lab.append(`case-${JIA}`), '当事人');
  await lab.recordHeads();
  await lab.checkpoint();
  return { lab, file: await labBundleFile(lab, WISHES) };
}

const verify = (lab: Lab, bytes: Uint8Array): Report =>
  verifyBundle(bytes, lab.policy(), { suite: nodeSuite, now: lab.now });

describe('a small bundle', () => {
  it(
    'is refused with any bit turned',
    async () => {
      const { lab, file } = await smallBundle();
      expect(verify(lab, file).outcome).toBe('verified');
      for (let at = 0; at < file.length; at++)
        for (const bit of bitsOf(at))
          expect([at, bit, verify(lab, turnedAt(file, at, bit)).outcome]).not.toContain('verified');
    },
    PATIENCE_MS,
  );

  it(
    'tells the same with any bit turned by somebody who makes the archive fit, or nothing by a bracket, or is refused',
    async () => {
      const { lab, file } = await smallBundle();
      const files = new Map(readZip(file));
      const told = provenIn(verify(lab, file));
      const withoutBrackets = writeBundle({ ...(await labBundle(lab, WISHES)), brackets: [] }, lab.hash);
      const toldWithout = provenIn(verify(lab, withoutBrackets));
      for (const [name, content] of files)
        for (let at = 0; at < content.length; at += STRIDE)
          for (const bit of bitsOf(at)) {
            const fitting = fitted(new Map([...files, [name, turnedAt(content, at, bit)]]), name, lab.hash);
            const report = verify(lab, fitting);
            if (report.outcome !== 'verified') continue;
            expect(name).toMatch(/^(?:manifest\.json|brackets\/.*\.note)$/);
            expect([told, toldWithout]).toContainEqual(provenIn(report));
          }
    },
    PATIENCE_MS,
  );
});

/** What a report tells, but for what is only the exporter's word. */
const provenIn = ({ manifest, events, restarts, completeTo }: Report) => ({
  ...{ events, restarts, completeTo },
  manifest: manifest && { ...manifest, exportedAt: '', exportedBy: '', purpose: '' },
});
