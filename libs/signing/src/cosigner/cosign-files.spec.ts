import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ORIGIN, TestLog } from '../testing/test-log';
import { cosignFiles } from './cosign-files';
import { enrol, foundCosigner, stateOf } from './cosigner-directory';
import { openCosigner, type OpenCosigner } from './open-cosigner';
import { parseResponseFile, requestDigest } from './response-file';

describe('cosigning over files', () => {
  const log = new TestLog().grow(20);
  let directory = '';
  let opened: OpenCosigner;
  beforeEach(async () => {
    directory = mkdtempSync(join(tmpdir(), 'liuhen-files-'));
    for (const each of ['in', 'out', 'cosigner']) mkdirSync(join(directory, each));
    const own = join(directory, 'cosigner');
    foundCosigner(own, 'higher.court.example/cosigner', 'ed25519');
    enrol(own, log.key);
    opened = await openCosigner({
      directory: own,
      logs: [log.key],
      skewMs: 0,
      secret: undefined,
      clock: { now: () => '2026-03-01T01:00:00.000Z' },
      patienceMs: 5_000,
      tell: () => undefined,
    });
  });
  afterEach(async () => {
    await opened.close();
    rmSync(directory, { recursive: true });
  });

  const arrives = async (name: string, from: number, to: number) => {
    writeFileSync(join(directory, 'in', name), await log.request(from, to));
  };
  const run = async () => {
    const answered = await cosignFiles(opened.cosigner, {
      in: join(directory, 'in'),
      out: join(directory, 'out'),
    });
    return answered.map(({ name, status }) => `${name} ${String(status)}`);
  };
  const response = (name: string) =>
    parseResponseFile(readFileSync(join(directory, 'out', `${name}.response`), 'utf8'));
  const size = () => stateOf(join(directory, 'cosigner'), ORIGIN).read().size;

  it('answers what came in any order as if it had come in turn', async () => {
    await arrives('a', 8, 20);
    await arrives('b', 0, 5);
    await arrives('c', 5, 8);
    expect(await run()).toEqual(['b 200', 'c 200', 'a 200']);
    expect(response('c')).toEqual({
      request: requestDigest(await log.request(5, 8)),
      status: 200,
      body: expect.stringMatching(/^— higher\.court\.example\/cosigner \S+\n$/),
    });
    expect(readdirSync(join(directory, 'out'))).toEqual(['a.response', 'b.response', 'c.response']);
  });

  it('answers nothing twice, and is not moved by what comes again', async () => {
    await arrives('a', 0, 5);
    await arrives('b', 5, 8);
    await run();
    expect(await run()).toEqual([]);
    await arrives('again', 0, 5);
    expect(await run()).toEqual(['again 409']);
    expect(response('again')?.body).toBe('8\n');
    expect(size()).toBe(8);
  });

  it('tells where it stands when something was lost, and goes on when that is made good', async () => {
    await arrives('b', 5, 8);
    expect(await run()).toEqual(['b 409']);
    expect(response('b')?.body).toBe('0\n');
    await arrives('a', 0, 5);
    expect(await run()).toEqual(['a 200', 'b 200']);
  });

  it('gives a lost answer again', async () => {
    await arrives('a', 0, 5);
    await run();
    rmSync(join(directory, 'out', 'a.response'));
    expect(await run()).toEqual(['a 200']);
  });

  it('answers a file again once it is whole', async () => {
    const request = await log.request(0, 5);
    writeFileSync(join(directory, 'in', 'a'), request.subarray(0, 50));
    expect(await run()).toEqual(['a 400']);
    writeFileSync(join(directory, 'in', 'a'), request);
    expect(await run()).toEqual(['a 200']);
  });
});
