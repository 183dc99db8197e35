import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { codeOf } from './errors';

/** A process that cannot be mistaken for a later one with the same number. */
export interface ProcessIdentity {
  readonly pid: number;
  readonly start: string;
}

export interface RunningProcess extends ProcessIdentity {
  /** Arguments joined by spaces; empty when the system does not show them to us. */
  readonly commandLine: string;
}

/** undefined when there is no such process, or only its zombie. */
export function runningProcess(pid: number): RunningProcess | undefined {
  return process.platform === 'linux' ? fromProc(pid) : fromPs(pid);
}

export function thisProcess(): ProcessIdentity {
  const self = runningProcess(process.pid);
  if (!self) throw new Error('cannot read the own process from the process table');
  return self;
}

export const isRunning = ({ pid, start }: ProcessIdentity): boolean => runningProcess(pid)?.start === start;

export const identityText = ({ pid, start }: ProcessIdentity): string => `${pid}@${start}`;

/** The first identity written in a text by `identityText`. */
export function identityIn(text: string): ProcessIdentity | undefined {
  const [, pid, start] = /(\d+)@([\w:]+)/.exec(text) ?? [];
  return pid && start ? { pid: Number(pid), start } : undefined;
}

/** Whether the process ended within the time. */
export async function endsWithin(identity: ProcessIdentity, milliseconds: number): Promise<boolean> {
  const deadline = Date.now() + milliseconds;
  while (isRunning(identity)) {
    if (Date.now() > deadline) return false;
    await delay(20);
  }
  return true;
}

/** A signal to a process that may be gone already. */
export function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch (error) {
    if (codeOf(error) !== 'ESRCH') throw error;
  }
}

/** proc(5): after the name in parentheses come the state (field 3) and, at field 22, the start in clock ticks. */
function fromProc(pid: number): RunningProcess | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const [state, start] = [fields[0], fields[19]];
    if (!start || state === 'Z' || state === 'X') return undefined;
    const commandLine = readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0').join(' ').trim();
    return { pid, start, commandLine };
  } catch {
    return undefined;
  }
}

export function fromPs(pid: number): RunningProcess | undefined {
  const { stdout } = spawnSync(
    'ps',
    ['-ww', '-o', 'stat=', '-o', 'lstart=', '-o', 'command=', '-p', String(pid)],
    {
      encoding: 'utf8',
      env: { PATH: process.env.PATH, LC_ALL: 'C' },
    },
  );
  const [, state, start, commandLine] =
    /^\s*(\S+)\s+(\w{3} \w{3} +\d+ [\d:]+ \d{4})\s+(.*)$/.exec(stdout.trimEnd()) ?? [];
  if (!state || !start || commandLine === undefined || state.startsWith('Z')) return undefined;
  return { pid, start: start.replace(/ +/g, '_'), commandLine };
}
