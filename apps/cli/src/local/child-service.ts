import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as delay } from 'node:timers/promises';
import type { Environment } from '../terminal';

/** Relative to this file as built, in dist/apps/cli/src/local. */
const PROGRAM = join(__dirname, '../../../../../apps/cli/bin/liuhen.cjs');

const READY = /^ready (\S+)$/;
const STOP_MS = 5_000;
const FIRST_RETRY_MS = 100;
const SLOWEST_RETRY_MS = 10_000;

/** A command of `liuhen` that serves, as a process of its own beside this one. */
export interface ChildService {
  /** Where it serves, as its line `ready …` says. */
  readonly address: string;
  readonly stop: () => Promise<void>;
}

/**
 * Starts a command that serves until it is stopped, waits until it is ready, and starts it again whenever it ends. It ends
 * when this process does, however that comes about: its end of the channel tells it.
 *
 * @throws Error if it ends before it is ready
 */
export async function startChildService(
  args: readonly string[],
  environment: Environment,
  log: (line: string) => void,
): Promise<ChildService> {
  const stopping = new AbortController();
  const { signal } = stopping;
  let running = launch(args, environment);
  const address = await readyLine(running, args);
  const keep = async (): Promise<void> => {
    for (let failures = 0; ; failures++) {
      await ended(running);
      signal.throwIfAborted();
      log(`${args[0] ?? ''} 进程已退出，重新启动`);
      await delay(Math.min(FIRST_RETRY_MS * 2 ** failures, SLOWEST_RETRY_MS), undefined, { signal });
      running = launch(args, environment);
    }
  };
  const kept = keep().catch((error: unknown) => {
    if (!signal.aborted) throw error;
  });
  return {
    address,
    stop: async () => {
      stopping.abort();
      await end(running);
      await kept;
    },
  };
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
}

const launch = (args: readonly string[], environment: Environment): ChildProcess =>
  fork(PROGRAM, args, { env: { ...environment }, stdio: ['ignore', 'pipe', 'inherit', 'ipc'] });

async function readyLine(child: ChildProcess, args: readonly string[]): Promise<string> {
  if (!child.stdout) throw new Error('a child service tells on its standard output where it serves');
  for await (const line of createInterface({ input: child.stdout })) {
    const address = READY.exec(line)?.[1];
    if (address !== undefined) return address;
  }
  throw new Error(`liuhen ${args.join(' ')} 未能启动`);
}

async function end(child: ChildProcess): Promise<void> {
  child.kill('SIGTERM');
  const killing = setTimeout(() => child.kill('SIGKILL'), STOP_MS);
  await ended(child);
  clearTimeout(killing);
}
