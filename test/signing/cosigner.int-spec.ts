import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { checkSignature, formatVerifierKey, nodeSuite, parseNote, formatCheckpoint } from '@liuhen/ledger';
import {
  enrol,
  foundCosigner,
  openCosignerKey,
  parseAddress,
  startCosigner,
  type Served,
} from '@liuhen/signing';
import { ORIGIN, TestLog } from '../../libs/signing/src/testing/test-log';
import { DYING_POINTS } from './support/dying-points';
import { startKeeper } from './support/keeper';
import { LogServer, TOKEN } from './support/log-server';
import { temporaryDirectory } from './support/temporary-directory';

const directory = temporaryDirectory();
let log: TestLog;
beforeEach(() => {
  log = new TestLog().grow(300);
  foundCosigner(directory.path, 'higher.court.example/cosigner', 'ed25519');
  enrol(directory.path, log.key);
});

const ask = async (url: string, body: Uint8Array) => {
  const response = await fetch(`${url}/add-checkpoint`, { method: 'POST', body });
  return { status: response.status, body: await response.text() };
};

it.each(DYING_POINTS)(
  'a cosigner killed at $step, done: $done, cosigns the same again and nothing else',
  async (dies) => {
    const split = new TestLog('other', log.signer).grow(20);
    const task = {
      kind: 'cosigner',
      directory: directory.path,
      policy: `log ${formatVerifierKey(log.key)}\nquorum none\n`,
    } as const;
    const mortal = await startKeeper({ ...task, dies });
    await expect(ask(mortal.url, await log.request(0, 8))).rejects.toThrow();
    expect(await mortal.process.ended).toBe('SIGKILL');

    const after = await startKeeper(task);
    const first = await ask(after.url, await log.request(0, 8));
    if (first.status === 409) expect(first.body).toBe('8\n');
    else expect(first.status).toBe(200);
    expect(await ask(after.url, await log.request(8, 8))).toMatchObject({ status: 200 });
    expect(await ask(after.url, await split.request(8, 8))).toEqual({ status: 409, body: '8\n' });
    expect(await ask(after.url, await split.request(8, 12))).toMatchObject({ status: 422 });
    await after.process.kill();
  },
);

describe('a cosigner that audits', () => {
  let server: LogServer;
  let cosigner: Served;
  let told: string[];
  let token: string;
  const start = (url: string) =>
    startCosigner({
      directory: directory.path,
      logs: [{ ...log.key, url }],
      skewMs: 10_000,
      secret: () => token,
      clock: { now: () => '2026-03-01T02:00:00.000Z' },
      patienceMs: 5_000,
      tell: (origin, { code, index }) => told.push(`${origin} ${code} ${String(index)}`),
      address: parseAddress('127.0.0.1:0'),
      report: (error) => {
        throw error;
      },
    });
  beforeEach(async () => {
    told = [];
    token = TOKEN;
    server = await LogServer.start();
    server.files = log.files();
    cosigner = await start(server.url);
  });
  afterEach(async () => {
    await cosigner.close();
    await server.close();
  });

  const bundlesAsked = (): readonly string[] =>
    server.asked.filter((path) => path.startsWith('tile/entries/'));

  it('cosigns an honest log as it grows, reading what is new, and one bundle again', async () => {
    expect(await ask(cosigner.url, await log.request(0))).toMatchObject({ status: 200 });
    log.recordHeads(await log.heads());
    log.grow(300);
    server.files = log.files();
    server.asked.length = 0;
    const { status, body } = await ask(cosigner.url, await log.request(300));
    const text = formatCheckpoint(log.checkpoint());
    const [signature] = parseNote(`${text}\n${body}`).signatures;
    expect(status).toBe(200);
    expect(
      signature && checkSignature(nodeSuite, text, openCosignerKey(directory.path).key, signature),
    ).toEqual({
      time: Date.parse('2026-03-01T02:00:00.000Z') / 1000,
    });
    expect(bundlesAsked()).toEqual([
      'tile/entries/001',
      'tile/entries/002.p/89',
      expect.stringMatching(/^tile\/entries\/00[01]$/),
    ]);
  });

  it('goes on after it was stopped', async () => {
    await ask(cosigner.url, await log.request(0));
    await cosigner.close();
    log.grow(300);
    server.files = log.files();
    cosigner = await start(server.url);
    server.asked.length = 0;
    expect(await ask(cosigner.url, await log.request(300))).toMatchObject({ status: 200 });
    expect(bundlesAsked().slice(0, -1)).toEqual(['tile/entries/001', 'tile/entries/002.p/88']);
  });

  it('finds what was changed after it had cosigned it, at its next round', async () => {
    await ask(cosigner.url, await log.request(0, 200));
    const rewritten = new TestLog('', log.signer).grow(90);
    rewritten.append('case-1');
    const bundle = rewritten.grow(209).files().get('tile/entries/000') ?? new Uint8Array();
    server.files = new Map([...log.files(), ['tile/entries/000', bundle]]);
    expect(await ask(cosigner.url, await log.request(200, 200))).toMatchObject({ status: 422 });
    expect(told).toEqual([`${ORIGIN} not-in-tree 90`]);
  });

  it('finds what an administrator has rewritten, though the log has signed it', async () => {
    const rewritten = new TestLog('', log.signer).grow(200);
    rewritten.append('case-1', { rev: 5 });
    rewritten.grow(99);
    server.files = rewritten.files();
    const { status, body } = await ask(cosigner.url, await rewritten.request(0));
    expect({ status, body }).toEqual({
      status: 422,
      body: '核查发现问题（revision-not-next）：第 200 条，在流中的序号不连续，拒绝联署\n',
    });
    await ask(cosigner.url, await rewritten.request(0));
    expect(told).toEqual([`${ORIGIN} revision-not-next 200`]);
    const findings = readFileSync(join(directory.path, encodeURIComponent(ORIGIN), 'findings.jsonl'), 'utf8');
    expect(findings).toBe(
      `{"at":"2026-03-01T02:00:00.000Z","origin":"${ORIGIN}","code":"revision-not-next","index":200}\n`,
    );
  });

  it('finds that others are shown another log', async () => {
    const split = new TestLog('other', log.signer).grow(400);
    await ask(cosigner.url, await log.request(0));
    expect(await ask(cosigner.url, await split.request(300))).toMatchObject({ status: 422 });
    server.files = split.files();
    expect(await ask(cosigner.url, await log.grow(100).request(300))).toMatchObject({ status: 422 });
    expect(told).toEqual([`${ORIGIN} not-in-tree 300`]);
  });

  it('asks with the token that is in force', async () => {
    token = 'token-that-has-expired-since-then';
    expect(await ask(cosigner.url, await log.request(0))).toMatchObject({
      status: 503,
      body: expect.stringContaining('401'),
    });
    token = TOKEN;
    expect(await ask(cosigner.url, await log.request(0))).toMatchObject({ status: 200 });
  });

  it('is not led back by an old checkpoint', async () => {
    const stale = await log.request(0, 100);
    await ask(cosigner.url, await log.request(0));
    expect(await ask(cosigner.url, stale)).toEqual({ status: 409, body: '300\n' });
  });

  it('does not cosign what it is not shown', async () => {
    server.files = log.files(200);
    expect(await ask(cosigner.url, await log.request(0))).toMatchObject({ status: 503 });
    expect(await ask(cosigner.url, await log.request(0, 200))).toMatchObject({ status: 200 });
    expect(told).toEqual([]);
  });

  it('cosigns one of many that are asked for at once, and then what follows', async () => {
    const sizes = [300, 120, 250, 7, 299];
    const answers = await Promise.all(
      sizes.map(async (size) => ask(cosigner.url, await log.request(0, size))),
    );
    const signed = answers.flatMap(({ status }, at) => (status === 200 ? [sizes[at] ?? 0] : []));
    expect(signed).toHaveLength(1);
    expect(answers.filter(({ status }) => status === 409)).toHaveLength(4);
    expect(await ask(cosigner.url, await log.grow(5).request(signed[0] ?? 0, 300))).toMatchObject({
      status: 200,
    });
  });

  it('audits a log that arrives as files', async () => {
    const source = join(directory.path, 'arrived');
    for (const [path, content] of log.files()) {
      mkdirSync(dirname(join(source, path)), { recursive: true });
      writeFileSync(join(source, path), content);
    }
    await cosigner.close();
    cosigner = await start(pathToFileURL(source).href);
    expect(await ask(cosigner.url, await log.request(0))).toMatchObject({ status: 200 });
    expect(await ask(cosigner.url, await log.grow(1).request(300))).toMatchObject({ status: 503 });
  });
});
