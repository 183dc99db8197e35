import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkSignature, formatCheckpoint, nodeSuite, parseNote, toHex } from '@liuhen/ledger';
import { nodeDisk } from '../durable/disk';
import { StateFile } from '../durable/state-file';
import { ORIGIN, TestLog } from '../testing/test-log';
import { LogSigner } from './log-signer';
import { foundingState, LOG_STATE } from './log-state';

const SECOND = 1_000;

describe('the signer of a log', () => {
  const log = new TestLog().grow(20);
  const other = new TestLog('other').grow(20);
  let directory = '';
  let now = 0;
  let state: StateFile<ReturnType<typeof foundingState>>;
  let signer: LogSigner;
  beforeEach(() => {
    directory = mkdtempSync(join(tmpdir(), 'liuhen-signer-'));
    state = new StateFile(join(directory, 'state'), { form: LOG_STATE, of: ORIGIN });
    state.found(foundingState(toHex(log.checkpoint(0).root)));
    signer = open();
  });
  afterEach(() => rmSync(directory, { recursive: true }));

  const open = (file = state) =>
    new LogSigner(
      { origin: ORIGIN, state: file, hash: nodeSuite.hash('sha256'), key: log.key, signer: log.signer },
      () => now,
    );
  const signs = async (from: number, to: number, of = log) => signer.sign(await of.growth(from, to));

  it('signs what continues what it signed', async () => {
    for (const [from, to] of [
      [0, 3],
      [3, 8],
      [8, 20],
    ] as const) {
      const { line } = (await signs(from, to)) as { readonly line: string };
      const text = formatCheckpoint(log.checkpoint(to));
      const [signature] = parseNote(`${text}\n${line}`).signatures;
      expect(signature && checkSignature(nodeSuite, text, log.key, signature)).toEqual({});
      expect(state.read()).toMatchObject({ size: to, root: toHex(log.checkpoint(to).root) });
      now += SECOND;
    }
  });

  it('signs the empty tree, and the same size again as a sign of life', async () => {
    expect(await signs(0, 0)).toMatchObject({ kind: 'signed' });
    const first = await signs(0, 5);
    expect(first).toMatchObject({ kind: 'signed' });
    expect(await signs(5, 5)).toEqual(first);
  });

  it('tells the size that it signed last when it is asked from another', async () => {
    await signs(0, 5);
    now += SECOND;
    expect(await signs(0, 8)).toEqual({ kind: 'conflict', size: 5 });
    expect(await signs(6, 8)).toEqual({ kind: 'conflict', size: 5 });
    expect(await signs(0, 3)).toEqual({ kind: 'conflict', size: 5 });
    expect(await signs(5, 5, other)).toEqual({ kind: 'conflict', size: 5 });
    expect(state.read().size).toBe(5);
  });

  it('refuses what does not continue what it signed', async () => {
    await signs(0, 5);
    now += SECOND;
    expect(await signs(5, 8, other)).toEqual({ kind: 'inconsistent' });
    const { checkpoint, oldSize } = await log.growth(5, 8);
    expect(await signer.sign({ checkpoint, oldSize, proof: [] })).toEqual({ kind: 'inconsistent' });
    expect(state.read().size).toBe(5);
  });

  it('signs at most one growth a second', async () => {
    await signs(0, 5);
    now += SECOND - 1;
    expect(await signs(5, 8)).toEqual({ kind: 'too-soon' });
    expect(await signs(5, 5)).toMatchObject({ kind: 'signed' });
    now += 1;
    expect(await signs(5, 8)).toMatchObject({ kind: 'signed' });
  });

  it('signs one of two trees that grow apart, whichever comes first', async () => {
    await signs(0, 5);
    now += SECOND;
    const answers = await Promise.all([signs(5, 8), signs(5, 9)]);
    expect(answers.map(({ kind }) => kind)).toEqual(['signed', 'conflict']);
    expect(state.read().size).toBe(8);
  });

  const steps = ['write', 'sync', 'rename', 'syncDirectory'] as const;
  const faults = steps.flatMap((step) => [[step, 'undone'] as const, [step, 'done'] as const]);
  it.each(faults)('gives no signature when %s fails, %s, and can be asked again', async (step, effect) => {
    await signs(0, 5);
    now += SECOND;
    let failures = 2;
    const failing = (...args: [string, string]) => {
      if (failures-- <= 0 || effect === 'done') nodeDisk[step](...args);
      if (failures >= 0) throw new Error('EIO');
    };
    signer = open(
      new StateFile(join(directory, 'state'), {
        form: LOG_STATE,
        of: ORIGIN,
        disk: { ...nodeDisk, [step]: failing },
      }),
    );
    await expect(signs(5, 8)).rejects.toThrow('EIO');
    const { size } = state.read();
    await expect(signs(size, 8)).rejects.toThrow('EIO');
    const persisted = state.read().size;
    expect(await signs(persisted, 8)).toMatchObject({ kind: 'signed' });
    // Whatever was on the disk in between, another tree is not signed any more.
    expect(await signs(8, 8, other)).toEqual({ kind: 'conflict', size: 8 });
  });
});
