import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { formatNote, formatPolicy, nodeSuite, reportLines, verifyFiles, writeBundle } from '@liuhen/ledger';
import { CASES, goldenLab, labBundle, TAMPERINGS, type Given } from '@liuhen/ledger/testing';

const ROOT = join(__dirname, '../../..');
const BUILD = `
import { writeFileSync } from 'node:fs';
import { buildVerifier } from './deploy/build-verifier.mjs';
for (const [name, content] of await buildVerifier(process.cwd())) writeFileSync(process.argv[1] + '/' + name, content);`;

/** What somebody has who has never seen the system. */
const directory = mkdtempSync(join(tmpdir(), 'liuhen-verifier-'));
const fileIn = (name: string): string => join(directory, name);

interface Files {
  readonly bundle: Uint8Array;
  readonly policy: Uint8Array;
  readonly now: string;
}

/** The policy names the log in its present start alone. */
async function filesOf({ lab, bundle, bytes, policy = (same) => same }: Given): Promise<Files> {
  const { logs, ...rest } = policy(lab.policy());
  return {
    bundle: bytes ?? writeBundle(bundle ?? (await labBundle(lab, CASES)), lab.hash),
    policy: Buffer.from(formatPolicy({ ...rest, logs: logs.slice(-1) })),
    now: lab.now,
  };
}

const reportOn = ({ now, ...files }: Files): string =>
  reportLines(verifyFiles(files, nodeSuite, now)).join('\n');

function write({ bundle, policy }: Files): void {
  writeFileSync(fileIn('bundle.zip'), bundle);
  writeFileSync(fileIn('policy'), policy);
}

/** Runs the program with nothing of this project, nor of this environment, in reach. */
function verify(...args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['verify.mjs', ...args], {
    ...{ cwd: directory, encoding: 'utf8', env: {} },
  });
  return { status, out: stdout.trimEnd(), err: stderr.trimEnd() };
}

beforeAll(() => {
  execFileSync(process.execPath, ['--input-type=module', '-e', BUILD, directory], { cwd: ROOT });
});

afterAll(() => {
  rmSync(directory, { recursive: true });
});

describe('verify.mjs', () => {
  it.each([
    [0, 'verified', async () => ({ lab: await goldenLab() })],
    [1, 'tampered', TAMPERINGS['not-in-tree'][0]],
    [2, 'incomplete', TAMPERINGS['events-missing'][0]],
    [3, 'not-verifiable', TAMPERINGS['log-unknown'][0]],
    [4, 'malformed', TAMPERINGS.malformed[0]],
  ])('ends with %i where a bundle is %s, and says what it found', async (status, outcome, given) => {
    const files = await filesOf(await given());
    write(files);
    const args = ['bundle.zip', '--policy', 'policy', '--now', files.now];
    expect(verify(...args)).toEqual({ status, out: reportOn(files), err: '' });
    const json = verify(...args, '--json');
    expect([json.status, JSON.parse(json.out)]).toMatchObject([status, { outcome }]);
  });

  it('heeds the checkpoint that the verifier kept', async () => {
    const lab = await goldenLab();
    const files = await filesOf({ lab });
    write(files);
    const [kept] = lab.checkpoints;
    if (kept) writeFileSync(fileIn('kept'), formatNote(kept.note));
    const args = ['bundle.zip', '--policy', 'policy', '--now', files.now, '--trusted-checkpoint', 'kept'];
    expect(verify(...args)).toMatchObject({ status: 0, out: expect.stringContaining('与自存的检查点相接') });
  });

  it.each([
    [['bundle.zip'], '用法'],
    [['bundle.zip', 'policy'], '用法'],
    [['bundle.zip', 'another.zip', '--policy', 'policy'], '用法'],
    [['bundle.zip', '--policy', 'policy', '--all'], '用法'],
    [['nothing.zip', '--policy', 'policy'], '不能读取文件 nothing.zip'],
    [['bundle.zip', '--policy', 'nothing'], '不能读取文件 nothing'],
    [['bundle.zip', '--policy', 'bundle.zip'], '策略文件有误'],
    [['bundle.zip', '--policy', 'policy', '--now', 'today'], '核验时间'],
  ])('verifies nothing with %j', async (args, sentence) => {
    write(await filesOf({ lab: await goldenLab() }));
    expect(verify(...args)).toMatchObject({ status: 5, out: '', err: expect.stringContaining(sentence) });
  });

  it('says how it is used', () => {
    expect(verify('--help')).toMatchObject({
      status: 0,
      out: expect.stringContaining('--policy 文件'),
      err: '',
    });
  });
});

/** What it does in a browser is tested in one: test/verifier-page. */
describe('verify.html', () => {
  const page = (): string => readFileSync(fileIn('verify.html'), 'utf8');
  const between = (start: string, end: string): string => page().split(start)[1]?.split(end)[0] ?? '';
  const script = (): string => between('<script>', '</script>');

  it('runs what is in it and nothing else, and reaches nobody', () => {
    const integrity = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
    expect(between('Content-Security-Policy" content="', '"')).toBe(
      `default-src 'none'; script-src ${integrity(script())}; ` +
        `style-src ${integrity(between('<style>', '</style>'))}; base-uri 'none'; form-action 'none'`,
    );
    expect(page()).not.toMatch(/\b(?:src|href)=|url\(|@import/);
  });
});
