import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  endsWithin,
  fromPs,
  identityIn,
  identityText,
  isRunning,
  runningProcess,
  signal,
  thisProcess,
} from './process-table';

describe('the process table', () => {
  it('knows a process by its number and start', () => {
    const self = thisProcess();
    expect(isRunning(self)).toBe(true);
    expect(isRunning({ ...self, start: `${self.start}0` })).toBe(false);
    expect(runningProcess(process.pid)?.commandLine).toContain('node');
  });

  it('knows nothing of a process that has ended', async () => {
    const child = spawn('sleep', ['60']);
    const identity = runningProcess(child.pid ?? 0) ?? fail();
    expect(identity.commandLine).toBe('sleep 60');
    expect(await endsWithin(identity, 0)).toBe(false);
    signal(identity.pid, 'SIGKILL');
    await once(child, 'exit');
    expect(await endsWithin(identity, 0)).toBe(true);
    expect(() => signal(identity.pid, 'SIGKILL')).not.toThrow();
  });

  it('reads through ps what it reads from /proc, where there is only ps', () => {
    const seen = fromPs(process.pid);
    expect(seen?.commandLine).toContain('node');
    expect(seen?.start).toMatch(/^\w{3}_\w{3}_\d+_\d\d:\d\d:\d\d_\d{4}$/);
    expect(fromPs(2 ** 22 + 1)).toBeUndefined();
  });

  it('finds an identity again in a text', () => {
    expect(identityIn(`liuhen.owner=${identityText({ pid: 12, start: '3456' })} -c`)).toEqual({
      pid: 12,
      start: '3456',
    });
    expect(identityIn(identityText({ pid: 1, start: 'Sun_Nov_1_17:50:01_2026' }))).toEqual({
      pid: 1,
      start: 'Sun_Nov_1_17:50:01_2026',
    });
    expect(identityIn('12')).toBeUndefined();
  });
});

const fail = (): never => {
  throw new Error('not in the process table');
};
