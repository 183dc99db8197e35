import { utf8 } from '../bytes';
import { formatNote } from '../note/note';
import { formatPolicy } from '../policy/policy-file';
import { nodeSuite } from '../suites/node/node-suite';
import { CASES, goldenLab, labBundleFile } from '../testing';
import { Unusable, verifyFiles, verifyingTime } from './verify-files';

async function someFiles() {
  const lab = await goldenLab();
  const { logs, ...policy } = lab.policy();
  return {
    now: lab.now,
    notes: lab.checkpoints.map(({ note }) => utf8(formatNote(note))),
    files: {
      bundle: await labBundleFile(lab, CASES),
      policy: utf8(formatPolicy({ ...policy, logs: logs.slice(-1) })),
    },
  };
}

describe('files', () => {
  it('are verified as they come from the disk', async () => {
    const { files, now, notes } = await someFiles();
    for (const trustedCheckpoint of [undefined, ...notes])
      expect(verifyFiles({ ...files, trustedCheckpoint }, nodeSuite, now).outcome).toBe('verified');
  });

  it.each([
    ['策略文件', { policy: utf8('quorum\n') }],
    ['策略文件', { policy: Uint8Array.of(0xff, 0x0a) }],
    ['自存的检查点', { trustedCheckpoint: utf8('lab.invalid/business\n') }],
  ])('cannot be used if this is none: %s', async (what, change) => {
    const { files, now } = await someFiles();
    expect(() => verifyFiles({ ...files, ...change }, nodeSuite, now)).toThrow(new RegExp(`^${what}有误`));
  });
});

describe('the time of verifying', () => {
  it('is now, or what is said with its zone', () => {
    expect(verifyingTime(undefined, () => 0)).toBe('1970-01-01T00:00:00.000Z');
    expect(verifyingTime('2026-03-01T09:00+08:00', () => 0)).toBe('2026-03-01T01:00:00.000Z');
  });

  it.each(['2026-03-01', '2026-03-01T09:00:00', 'now', '2026-13-01T09:00:00Z'])('is not %s', (text) => {
    expect(() => verifyingTime(text, () => 0)).toThrow(Unusable);
  });
});
