import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { formatPolicy, type Policy } from '@liuhen/ledger';
import { JIA, labBundleFile, labWith, type Lab } from '@liuhen/ledger/testing';
import { liuhen, ROOT, shell } from './support/cli';

let directory: string;

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'liuhen-verify-'));
});

afterAll(() => rm(directory, { recursive: true }));

async function write(name: string, content: string | Uint8Array): Promise<string> {
  const file = join(directory, name);
  await writeFile(file, content);
  return file;
}

async function argumentsFor(lab: Lab, change: Partial<Policy> = {}): Promise<readonly string[]> {
  const bundle = await write('bundle.zip', await labBundleFile(lab, { cases: [JIA] }));
  const policy = await write('policy', formatPolicy({ ...lab.policy(), ...change }));
  return [bundle, '--policy', policy, '--now', lab.now];
}

const twisted = () => labWith((lab) => lab.append(`case-${JIA}`, { header: { prev: null } }));
const straight = () => labWith(() => undefined);

describe('liuhen verify and verify.mjs', () => {
  it.each<readonly [number, string, () => Promise<readonly string[]>]>([
    [0, '核验通过', async () => argumentsFor(await straight())],
    [1, '经过篡改', async () => argumentsFor(await twisted())],
    [3, '依此策略不能核验', async () => argumentsFor(await straight(), { logs: [] })],
    [
      4,
      '格式有误',
      async () => [await write('text', 'text'), ...(await argumentsFor(await straight())).slice(1)],
    ],
  ])('both end with %i: %s', async (code, conclusion, given) => {
    const args = await given();
    const invocation = { dataDir: directory };
    const command = await liuhen(['verify', ...args], invocation);
    const program = await shell(`node ${ROOT}/dist/verifier/verify.mjs ${args.join(' ')}`, invocation);
    expect(command).toMatchObject({ code, stdout: expect.stringContaining(`结论：${conclusion}\n`) });
    expect(program).toEqual(command);
  });

  it('end with 5 where nothing is verified', async () => {
    const invocation = { dataDir: directory };
    expect(await liuhen(['verify', 'nowhere', '--policy', 'policy'], invocation)).toMatchObject({
      code: 5,
      stdout: '',
      stderr: expect.stringContaining('不能读取文件 nowhere'),
    });
    expect(await liuhen(['verify'], invocation)).toMatchObject({ code: 5, stdout: '' });
  });
});
