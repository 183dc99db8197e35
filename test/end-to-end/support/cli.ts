import { spawn, type ChildProcess, type SpawnOptions } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

export const ROOT = join(__dirname, '../../..');
const PROGRAM = join(ROOT, 'apps/cli/bin/liuhen.cjs');

export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Invocation {
  readonly dataDir: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly input?: string;
}

/** Nothing of whoever runs the tests decides what the program does. */
const environment = ({ dataDir, env }: Invocation): NodeJS.ProcessEnv => ({
  PATH: process.env.PATH,
  HOME: process.env.HOME,
  npm_config_update_notifier: 'false',
  LOG_LEVEL: 'error',
  LIUHEN_DATA_DIR: dataDir,
  ...env,
});

/** Starts the built program, as a user would. */
export const spawnLiuhen = (args: readonly string[], invocation: Invocation): ChildProcess =>
  spawn(process.execPath, [PROGRAM, ...args], options(invocation));

/** Runs the built program to its end. */
export const liuhen = (args: readonly string[], invocation: Invocation): Promise<Ended> =>
  toItsEnd(spawnLiuhen(args, invocation), invocation.input);

/** Runs a script as it would be typed into a terminal in the project's folder. */
export const shell = (script: string, invocation: Invocation): Promise<Ended> =>
  toItsEnd(spawn('sh', ['-e', '-c', script], options(invocation)), invocation.input);

const options = (invocation: Invocation): SpawnOptions => ({
  cwd: ROOT,
  env: environment(invocation),
  stdio: 'pipe',
});

async function toItsEnd(child: ChildProcess, input = ''): Promise<Ended> {
  const output = outputOf(child);
  child.stdin?.end(input);
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, ...output };
}

/** What the process has written so far; grows. */
export function outputOf({ stdout, stderr }: ChildProcess): { stdout: string; stderr: string } {
  const output = { stdout: '', stderr: '' };
  stdout?.setEncoding('utf8').on('data', (text: string) => (output.stdout += text));
  stderr?.setEncoding('utf8').on('data', (text: string) => (output.stderr += text));
  return output;
}
