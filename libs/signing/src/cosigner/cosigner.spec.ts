import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  checkSignature,
  formatAddCheckpoint,
  formatCheckpoint,
  formatSignature,
  nodeSuite,
  parseAddCheckpoint,
  parseNote,
  signNote,
  textOf,
  utf8,
} from '@liuhen/ledger';
import { nodeDisk, type Disk } from '../durable/disk';
import { ORIGIN, TestLog } from '../testing/test-log';
import { enrol, foundCosigner, openKey, stateOf } from './cosigner-directory';
import { openCosigner, type OpenCosigner } from './open-cosigner';

const NOW = '2026-03-01T01:00:00.000Z';
const NAME = 'higher.court.example/cosigner';

describe('a cosigner', () => {
  const log = new TestLog().grow(20);
  /** What the log shows to others. */
  const split = new TestLog('other', log.signer).grow(20);
  let directory = '';
  let now = NOW;
  let opened: OpenCosigner;
  beforeEach(async () => {
    directory = mkdtempSync(join(tmpdir(), 'liuhen-cosigner-'));
    now = NOW;
    foundCosigner(directory, NAME, 'ed25519');
    enrol(directory, log.key);
    opened = await open();
  });
  afterEach(async () => {
    await opened.close();
    rmSync(directory, { recursive: true });
  });

  const open = () =>
    openCosigner({
      directory,
      logs: [log.key],
      skewMs: 10_000,
      secret: undefined,
      clock: { now: () => now },
      patienceMs: 5_000,
      tell: () => undefined,
    });
  const add = (body: Uint8Array) => opened.cosigner.answer({ route: 'POST /add-checkpoint', body });
  const asks = async (from: number, to: number, of = log) => add(await of.request(from, to));
  const size = () => stateOf(directory, ORIGIN).read().size;
  /** With other text in the place of some. */
  const altered = async (from: number, to: number, change: (body: string) => string) =>
    add(utf8(change(textOf(await log.request(from, to)))));

  const withProof = async (
    from: number,
    to: number,
    change: (proof: readonly Uint8Array[]) => readonly Uint8Array[],
  ) => {
    const request = parseAddCheckpoint(textOf(await log.request(from, to)));
    return add(utf8(formatAddCheckpoint({ ...request, proof: change(request.proof) })));
  };

  it('cosigns what continues what it cosigned, with its time', async () => {
    const { key } = openKey(directory);
    for (const [from, to] of [
      [0, 0],
      [0, 1],
      [1, 8],
      [8, 20],
      [20, 20],
    ] as const) {
      const { status, body } = await asks(from, to);
      const text = formatCheckpoint(log.checkpoint(to));
      const [signature] = parseNote(`${text}\n${body}`).signatures;
      expect(status).toBe(200);
      expect(signature && checkSignature(nodeSuite, text, key, signature)).toEqual({
        time: Date.parse(now) / 1000,
      });
      now = new Date(Date.parse(now) + 1_000).toISOString();
    }
    expect(size()).toBe(20);
  });

  it('tells the size that it cosigned last when it is asked from another', async () => {
    await asks(0, 5);
    const conflict = { status: 409, body: '5\n', headers: { 'Content-Type': 'text/x.tlog.size' } };
    for (const [from, to] of [
      [0, 5],
      [0, 8],
      [3, 8],
      [6, 8],
      [0, 3],
    ] as const)
      expect(await asks(from, to)).toEqual(conflict);
    expect(await asks(5, 5, split)).toEqual(conflict);
  });

  it.each([
    ['a tree that does not continue the one before', 422, async () => asks(5, 8, split)],
    ['no proof', 422, () => withProof(5, 8, () => [])],
    ['a proof in another order', 422, () => withProof(5, 8, (proof) => proof.toReversed())],
    ['a proof that is too long', 422, () => withProof(5, 8, (proof) => [...proof, ...proof.slice(0, 1)])],
    ['an old size above the new one', 400, () => altered(5, 8, (body) => body.replace('old 5', 'old 9'))],
    ['no old size', 400, () => altered(5, 8, (body) => body.replace('old 5\n', ''))],
    ['an old size with a leading zero', 400, () => altered(5, 8, (body) => body.replace('old 5', 'old 05'))],
    ['bytes that are no text', 400, () => add(Uint8Array.of(0xff))],
    [
      'a log that it does not know',
      404,
      () => altered(5, 8, (body) => body.replace('\n\ntest', '\n\nother')),
    ],
    ['another key’s signature', 403, async () => asks(5, 8, new TestLog().grow(20))],
    ['a signature of another text', 403, () => altered(5, 8, (body) => body.replace('\n8\n', '\n9\n'))],
  ])('refuses %s with %i, and stays where it was', async (_, status, ask) => {
    await asks(0, 5);
    expect(await ask()).toMatchObject({ status });
    expect(size()).toBe(5);
    expect(await asks(5, 8)).toMatchObject({ status: 200 });
  });

  it('passes over signatures of whom it does not know', async () => {
    const forged = `— ${NAME} AAAAAAAAAAA=\n`;
    expect(await altered(0, 5, (body) => `${body}${forged}`)).toMatchObject({ status: 200 });
  });

  it('refuses lines beyond the three of a checkpoint', async () => {
    const text = `${formatCheckpoint(log.checkpoint(5))}extension\n`;
    const signed = await signNote(text, log.key, log.signer);
    expect(await add(utf8(`old 0\n\n${text}\n${formatSignature(signed)}`))).toMatchObject({ status: 400 });
  });

  it('does not fall back when a smaller checkpoint is asked for at the same time', async () => {
    await asks(0, 5);
    const requests = await Promise.all([12, 8, 20, 8].map((to) => log.request(5, to)));
    const answers = await Promise.all(requests.map(add));
    expect(answers.map(({ status }) => status)).toEqual([200, 409, 409, 409]);
    expect(size()).toBe(12);
  });

  it('states no time before the last one', async () => {
    await asks(0, 5);
    now = '2026-03-01T00:59:59.999Z';
    expect(await asks(5, 8)).toMatchObject({ status: 503 });
    now = NOW;
    expect(await asks(5, 8)).toMatchObject({ status: 200 });
  });

  it('does not begin anew where its state is lost, nor with a log that nobody enrolled', async () => {
    await asks(0, 5);
    rmSync(join(directory, encodeURIComponent(ORIGIN), 'state'));
    await expect(asks(5, 8)).rejects.toMatchObject({ code: 'state-missing' });
    await opened.close();
    await expect(open()).rejects.toMatchObject({ code: 'state-missing' });
    expect(() => enrol(directory, log.key)).toThrow(expect.objectContaining({ code: 'state-exists' }));
    rmSync(join(directory, encodeURIComponent(ORIGIN)), { recursive: true });
    await expect(open()).rejects.toMatchObject({ code: 'log-not-enrolled' });
    enrol(directory, log.key);
    opened = await open();
  });

  const steps: readonly (keyof Disk)[] = ['write', 'sync', 'rename', 'syncDirectory'];
  it.each(steps.flatMap((step) => [[step, false] as const, [step, true] as const]))(
    'gives no signature when %s fails, done: %s, and can be asked again',
    async (step, done) => {
      await asks(0, 5);
      const original: (...args: string[]) => void = nodeDisk[step];
      const failing = jest.spyOn(nodeDisk, step).mockImplementationOnce((...args: string[]) => {
        if (done) original(...args);
        throw new Error('EIO');
      });
      await expect(asks(5, 8)).rejects.toThrow('EIO');
      failing.mockRestore();
      expect(await asks(size(), 8)).toMatchObject({ status: 200 });
      expect(await asks(8, 8, split)).toMatchObject({ status: 409 });
      expect(await asks(8, 12, split)).toMatchObject({ status: 422 });
    },
  );
});
