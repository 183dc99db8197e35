import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { formatNote, formatPolicy } from '@liuhen/ledger';
import { JIA, labBundleFile, labWith } from '@liuhen/ledger/testing';
import { CommandFailure } from '../exit-codes';
import { verifyNamed, type Verification } from './verify';

const directory = mkdtempSync(join(tmpdir(), 'liuhen-verify-'));
const fileOf = (name: string, content: string | Uint8Array): string => {
  const file = join(directory, name);
  writeFileSync(file, content);
  return file;
};

afterAll(() => {
  rmSync(directory, { recursive: true });
});

async function someFiles(): Promise<Verification> {
  const lab = await labWith(() => undefined);
  const [kept = ''] = lab.checkpoints.map(({ note }) => formatNote(note));
  return {
    bundle: fileOf('bundle', await labBundleFile(lab, { cases: [JIA] })),
    policy: fileOf('policy', formatPolicy(lab.policy())),
    trustedCheckpoint: fileOf('kept', kept),
    now: lab.now,
  };
}

describe('named files', () => {
  it('are verified as of the time that is named, or of now', async () => {
    const files = await someFiles();
    expect(verifyNamed(files).outcome).toBe('verified');
    expect(verifyNamed({ ...files, trustedCheckpoint: undefined }).outcome).toBe('verified');
    expect(verifyNamed({ ...files, now: undefined }).outcome).toBe('not-verifiable');
  });

  it.each<[string, Partial<Verification>]>([
    ['不能读取文件', { bundle: join(directory, 'nowhere') }],
    ['不能读取文件', { policy: directory }],
    ['策略文件有误', { policy: join(directory, 'bundle') }],
    ['自存的检查点有误', { trustedCheckpoint: join(directory, 'policy') }],
    ['核验时间须连同时区', { now: '2026-03-01' }],
  ])('cannot be verified: %s', async (sentence, change) => {
    const files = { ...(await someFiles()), ...change };
    expect(() => verifyNamed(files)).toThrow(CommandFailure);
    expect(() => verifyNamed(files)).toThrow(sentence);
  });
});
