import { spawn, type ChildProcessByStdio } from 'node:child_process';
import { once } from 'node:events';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { createInterface, type Interface } from 'node:readline';
import type { Readable } from 'node:stream';
import { TEST_DEPLOYMENT } from './test-deployment';

const DIST = join(__dirname, '..', '..', 'dist');

/** What a line of a process's log says: a text alone is its `message`. */
type Said = Readonly<Record<string, string>>;

/** The interface or the worker as a process of its own, as built. */
export class AppProcess {
  readonly said: Said[] = [];
  /** Exit code and signal. */
  readonly ended: Promise<unknown>;
  readonly #child: ChildProcessByStdio<null, Readable, Readable>;
  readonly #lines: Interface;
  #text = '';

  /** On free ports, with nothing of the environment of whoever runs the tests. */
  constructor(app: 'api' | 'worker', dataDir: string, environment: Readonly<Record<string, string>>) {
    this.#child = spawn(process.execPath, [join(DIST, 'apps', app, 'src', 'main.js')], {
      env: {
        PATH: process.env.PATH,
        LIUHEN_DATA_DIR: dataDir,
        LOG_ORIGIN: TEST_DEPLOYMENT.origin,
        PORT: '0',
        ...environment,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.ended = once(this.#child, 'close');
    const { stdout, stderr } = this.#child;
    for (const output of [stdout, stderr])
      output.on('data', (chunk: Buffer) => (this.#text += String(chunk)));
    this.#lines = createInterface(stdout).on('line', (line) => this.said.push(...saidIn(line)));
  }

  /** All that it has written. */
  get text(): string {
    return this.#text;
  }

  /** As the list of builds names a worker. */
  get owner(): string {
    return `${hostname()}/${String(this.#child.pid)}`;
  }

  signal(signal: NodeJS.Signals): void {
    this.#child.kill(signal);
  }

  /** What it says first of all that matches, in the past or to come. */
  async says(matches: (said: Said) => boolean): Promise<Said> {
    for (;;) {
      const found = this.said.find(matches);
      if (found) return found;
      if (this.#child.exitCode !== null) throw new Error(`it has ended:\n${this.#text}`);
      await Promise.race([once(this.#lines, 'line'), this.ended]);
    }
  }

  /** @returns with its addresses. */
  started(): Promise<Said> {
    return this.says(({ message }) => message === '已启动');
  }
}

/** Before it knows its configuration it does not speak in JSON. */
function saidIn(line: string): readonly Said[] {
  if (!line.startsWith('{')) return [];
  const { message } = JSON.parse(line) as { readonly message: string | Said };
  return [typeof message === 'string' ? { message } : message];
}
