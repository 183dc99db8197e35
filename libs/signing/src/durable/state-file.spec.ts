import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { nodeDisk } from './disk';
import { StateFile, type StateForm } from './state-file';

interface Count {
  readonly count: number;
}
const COUNT: StateForm<Count> = {
  name: 'count-state 1',
  accepts: (value): value is Count => Number.isInteger((value as Partial<Count> | null)?.count),
};
const LOG = 'court.example/business';

describe('a state file', () => {
  let directory = '';
  let path = '';
  let file: StateFile<Count>;
  beforeEach(() => {
    directory = mkdtempSync(join(tmpdir(), 'liuhen-state-'));
    path = join(directory, 'state');
    file = new StateFile(path, { form: COUNT, of: LOG });
  });
  afterEach(() => rmSync(directory, { recursive: true }));

  it('keeps what was put there last, for its owner only', () => {
    file.found({ count: 0 });
    file.swap({ count: 0 }, { count: 5 });
    expect(file.read()).toEqual({ count: 5 });
    expect(statSync(path).mode & 0o777).toBe(0o600);
  });

  it('is founded once', () => {
    file.found({ count: 1 });
    expect(() => file.found({ count: 0 })).toThrow(expect.objectContaining({ code: 'state-exists' }));
    expect(file.read()).toEqual({ count: 1 });
  });

  it('does not begin by itself', () => {
    expect(() => file.read()).toThrow(expect.objectContaining({ code: 'state-missing' }));
    expect(() => file.swap({ count: 0 }, { count: 1 })).toThrow(
      expect.objectContaining({ code: 'state-missing' }),
    );
  });

  it('is not changed by who has not seen the last change', () => {
    file.found({ count: 0 });
    file.swap({ count: 0 }, { count: 1 });
    expect(() => file.swap({ count: 0 }, { count: 2 })).toThrow(
      expect.objectContaining({ code: 'state-moved' }),
    );
    expect(file.read()).toEqual({ count: 1 });
  });

  it('is refused wherever it is cut off, and with any byte changed', () => {
    file.found({ count: 7 });
    const content = readFileSync(path);
    const damaged = [...content.keys()].flatMap((at) => {
      const changed = Buffer.from(content);
      changed.writeUInt8((content[at] ?? 0) ^ 1, at);
      return [content.subarray(0, at), changed];
    });
    for (const bytes of damaged) {
      writeFileSync(path, bytes);
      expect(() => file.read()).toThrow(expect.objectContaining({ code: 'state-damaged' }));
    }
    writeFileSync(path, `${content.toString()}\n`);
    expect(() => file.read()).toThrow(expect.objectContaining({ code: 'state-damaged' }));
  });

  it.each([
    ['another log', { form: COUNT, of: 'court.example/reading' }],
    ['another kind', { form: { ...COUNT, name: 'other-state 1' }, of: LOG }],
  ])('is refused if it is that of %s', (_, options) => {
    new StateFile(path, options).found({ count: 0 });
    expect(() => file.read()).toThrow(expect.objectContaining({ code: 'state-foreign' }));
  });

  it('is refused if whole but not a state of its kind', () => {
    new StateFile<object>(path, { form: { ...COUNT, accepts: (_): _ is object => true }, of: LOG }).found({});
    expect(() => file.read()).toThrow(expect.objectContaining({ code: 'state-damaged' }));
  });

  const steps = ['write', 'sync', 'rename', 'syncDirectory'] as const;
  const faults = steps.flatMap((step) => [[step, 'undone'] as const, [step, 'done'] as const]);
  it.each(faults)('holds the former or the next state, whole, when %s fails, %s', (step, effect) => {
    file.found({ count: 0 });
    const failing = (...args: [string, string]) => {
      if (effect === 'done') nodeDisk[step](...args);
      throw new Error('EIO');
    };
    const faulty = new StateFile(path, { form: COUNT, of: LOG, disk: { ...nodeDisk, [step]: failing } });
    expect(() => faulty.swap({ count: 0 }, { count: 1 })).toThrow('EIO');
    const renamed = step === 'syncDirectory' || (step === 'rename' && effect === 'done');
    expect(file.read()).toEqual({ count: renamed ? 1 : 0 });
    file.swap(file.read(), { count: 2 });
    expect(file.read()).toEqual({ count: 2 });
  });
});
