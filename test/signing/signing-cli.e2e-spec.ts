import { once } from 'node:events';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { formatAddCheckpoint, parseNote, parseVerifierKey, toHex } from '@liuhen/ledger';
import { parseResponseFile, SignerClient } from '@liuhen/signing';
import { ORIGIN, TestLog } from '../../libs/signing/src/testing/test-log';
import { liuhen, spawnLiuhen } from '../end-to-end/support/cli';
import { temporaryDirectory } from './support/temporary-directory';

const directory = temporaryDirectory();
const invocation = () => ({ dataDir: directory.path, env: { LOG_ORIGIN: 'test.invalid' } });
const run = async (...args: readonly string[]) => {
  const { code, stdout, stderr } = await liuhen(args, invocation());
  return { code, lines: stdout.split('\n').filter((line) => line !== ''), stderr };
};
const LOGS = ['business', 'isolated', 'reading', 'administration'];

/** Runs a command that serves while something is done with it. */
async function serving<Result>(
  args: readonly string[],
  use: (address: string) => Promise<Result>,
): Promise<Result> {
  const child = spawnLiuhen(args, invocation());
  if (!child.stdout) throw new Error('no output');
  const [line] = (await once(createInterface(child.stdout), 'line')) as [string];
  try {
    return await use(line.replace('ready ', ''));
  } finally {
    child.kill('SIGTERM');
    expect(await once(child, 'close')).toEqual([0, null]);
  }
}

const originsIn = (lines: readonly string[]) =>
  lines.map((line) => parseVerifierKey(line.replace('log ', '')).name);

it('keeps the keys of all logs, signs with them, and begins anew when an operator says so', async () => {
  const log = new TestLog().grow(20);
  const made = await run('signer', 'init');
  expect(originsIn(made.lines).sort()).toEqual(LOGS.map((name) => `test.invalid/${name}`).sort());
  expect((await run('signer', 'init')).lines).toEqual(made.lines);
  expect((await run('signer', 'keys')).lines).toEqual(made.lines);

  await serving(['signer'], async (address) => {
    expect(address).toBe(`unix:${directory.path}/ledger/signer/signer.sock`);
    expect(await new SignerClient({ address }).sign(await log.growth(0, 8))).toMatchObject({
      kind: 'signed',
    });
    expect(await run('signer')).toMatchObject({
      code: 3,
      stderr: expect.stringContaining('正由另一进程使用'),
    });
    expect(await run('signer', 'new-start', '--log', 'business', '--reason', '恢复备份')).toMatchObject({
      code: 3,
    });
  });

  const again = await run(
    'signer',
    'new-start',
    '--log',
    'business',
    '--reason',
    '恢复备份',
    '--by',
    '运维甲',
  );
  expect(originsIn(again.lines)).toContain('test.invalid/business/start-2');
  await serving(['signer'], async (address) => {
    expect(await new SignerClient({ address }).state(ORIGIN)).toMatchObject({
      start: 2,
      size: 0,
      restarts: [
        {
          formerSize: 8,
          formerRoot: toHex(log.checkpoint(8).root),
          reason: '恢复备份',
          declaredBy: '运维甲',
        },
      ],
    });
  });
});

it('says what is wrong before it does anything', async () => {
  for (const args of [
    ['signer'],
    ['signer', 'keys'],
    ['signer', 'new-start', '--log', 'business', '--reason', '无'],
  ])
    expect(await run(...args)).toMatchObject({ code: 8, lines: [] });
  await run('signer', 'init');
  expect(await run('signer', 'new-start', '--log', 'other', '--reason', '无')).toMatchObject({ code: 8 });
  for (const args of [
    ['signer', 'restart'],
    ['signer', 'new-start', '--log', 'business'],
    ['signer', '--listen', '127.0.0.1:0'],
    ['signer', '--listen', 'nowhere'],
    ['cosign', 'init'],
    ['cosign', 'init', '--name', 'with space'],
    ['cosign', '--in', directory.path],
    ['cosign'],
  ])
    expect([args, await run(...args)]).toEqual([args, expect.objectContaining({ code: 2, lines: [] })]);
  rmSync(join(directory.path, 'ledger/signer/test.invalid%2Fbusiness/state'));
  expect(await run('signer')).toMatchObject({
    code: 7,
    stderr: expect.stringContaining('缺少 test.invalid/business 的状态文件'),
  });
});

it('cosigns over the network and over files the logs that an operator has enrolled', async () => {
  const log = new TestLog().grow(20);
  const { lines } = await run('signer', 'init');
  const made = await run('cosign', 'init', '--name', 'higher.court.example/cosigner');
  expect(parseVerifierKey(made.lines[0] ?? '')).toMatchObject({
    use: 'cosigner',
    name: 'higher.court.example/cosigner',
  });
  expect((await run('cosign', 'keys')).lines).toEqual(made.lines);
  writeFileSync(
    join(directory.path, 'ledger/cosigner/logs.policy'),
    [...lines, 'quorum none', ''].join('\n'),
  );
  expect(await run('cosign', '--listen', '127.0.0.1:0')).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('尚未登记'),
  });
  expect((await run('cosign', 'enrol')).lines.sort()).toEqual(
    LOGS.map((name) => `test.invalid/${name}`).sort(),
  );
  expect(await run('cosign', 'enrol')).toMatchObject({ code: 0, lines: [] });

  const requests = await serving(['signer'], async (address) => {
    const client = new SignerClient({ address });
    const { proof, ...growth } = await log.growth(0, 8);
    const signed = await client.sign({ ...growth, proof });
    if (signed.kind !== 'signed') throw new Error(signed.kind);
    return formatAddCheckpoint({ oldSize: 0, proof, note: parseNote(signed.note) });
  });
  const answer = await serving(['cosign', '--listen', '127.0.0.1:0'], async (url) => {
    const response = await fetch(`${url}/add-checkpoint`, { method: 'POST', body: requests });
    return response.text();
  });
  expect(answer).toMatch(/^— higher\.court\.example\/cosigner /);

  const exchange = ['in', 'out'].map((name) => join(directory.path, name));
  for (const path of exchange) mkdirSync(path);
  const [from = '', to = ''] = exchange;
  writeFileSync(join(from, 'business-8'), requests);
  expect(await run('cosign', '--in', from, '--out', to)).toMatchObject({
    code: 0,
    lines: ['business-8\t200'],
  });
  expect(parseResponseFile(readFileSync(join(to, 'business-8.response'), 'utf8'))).toMatchObject({
    status: 200,
  });
});
