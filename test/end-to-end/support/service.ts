import { type ChildProcess, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  isRunning,
  runningProcess,
  type ProcessIdentity,
} from '../../../deploy/embedded-postgres/process-table';
import { liuhen, outputOf, spawnLiuhen, type Ended } from './cli';

/** A data directory of the test's own. */
export const newDataDir = (): string => mkdtempSync(join(tmpdir(), 'liuhen-e2e-'));

interface StartOptions {
  readonly args?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
}

/** `liuhen start`, ready. */
export class Service {
  private constructor(
    readonly dataDir: string,
    readonly url: string,
    private readonly child: ChildProcess,
    readonly output: { readonly stdout: string; readonly stderr: string },
    private readonly closed: Promise<unknown>,
    private readonly env: Readonly<Record<string, string>>,
  ) {}

  /** Without samples unless said; on any free port. */
  static async start(dataDir: string, { args = ['--empty'], env = {} }: StartOptions = {}): Promise<Service> {
    const child = spawnLiuhen(['start', ...args], { dataDir, env: { PORT: '0', ...env } });
    const output = outputOf(child);
    const closed = once(child, 'close');
    const ready = new Promise<string>((resolve) => {
      child.stdout?.on('data', () => {
        const url = /^ready (\S+)\n/.exec(output.stdout)?.[1];
        if (url !== undefined) resolve(url);
      });
    });
    const url = await Promise.race([ready, closed]);
    if (typeof url !== 'string') throw new Error(`the service did not start:\n${output.stderr}`);
    return new Service(dataDir, url, child, output, closed, env);
  }

  get pid(): number {
    return this.child.pid ?? 0;
  }

  /** It and all that it has started, and they in turn. */
  processes(): readonly ProcessIdentity[] {
    const { stdout } = spawnSync('ps', ['-A', '-o', 'pid=,ppid='], { encoding: 'utf8' });
    const rows = stdout
      .trim()
      .split('\n')
      .map((row) => row.trim().split(/\s+/).map(Number));
    const found = [this.pid];
    for (const parent of found)
      found.push(...rows.flatMap(([pid, ppid]) => (ppid === parent && pid ? [pid] : [])));
    return found.flatMap((pid) => runningProcess(pid) ?? []);
  }

  signal(signal: NodeJS.Signals): void {
    this.child.kill(signal);
  }

  async ended(): Promise<Ended> {
    await this.closed;
    return { code: this.child.exitCode, ...this.output };
  }

  async stop(signal: NodeJS.Signals = 'SIGTERM'): Promise<Ended> {
    this.signal(signal);
    return this.ended();
  }

  run(args: readonly string[], input?: string): Promise<Ended> {
    const { dataDir, env } = this;
    return liuhen(args, { dataDir, env, ...(input === undefined ? {} : { input }) });
  }

  /** Runs a command that must succeed and print one JSON value. */
  async json<Answer>(...args: readonly string[]): Promise<Answer> {
    const { code, stdout, stderr } = await this.run([...args, '--json']);
    if (code !== 0) throw new Error(`liuhen ${args.join(' ')} ended with ${String(code)}: ${stderr}`);
    return JSON.parse(stdout) as Answer;
  }

  /** A client of the interface, as one person. */
  async as(
    person: string,
  ): Promise<(method: string, path: string, key?: string, body?: object) => Promise<Response>> {
    const { stdout } = await this.run(['token', '--person', person]);
    return (method, path, key, body) =>
      fetch(`${this.url}/api/v1${path}`, {
        method,
        headers: {
          Authorization: `Bearer ${stdout.trim()}`,
          ...(key === undefined ? {} : { 'Idempotency-Key': key, 'Content-Type': 'application/json' }),
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
  }
}

export const stillRunning = (processes: readonly ProcessIdentity[]): readonly ProcessIdentity[] =>
  processes.filter(isRunning);

export const removeDataDir = (dataDir: string): void => rmSync(dataDir, { recursive: true, force: true });
