import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { setTimeout as delay } from 'node:timers/promises';
import { Client } from 'pg';
import { runningProcess } from '../../deploy/embedded-postgres/process-table';
import type { User } from './users';

export interface RunOptions {
  readonly dataDir: string;
  readonly port?: number;
  readonly durable?: boolean;
  readonly env?: NodeJS.ProcessEnv;
}

export interface Started {
  readonly port: number;
  readonly pid: number;
  readonly dataDir: string;
  readonly ownerUrl: string;
  readonly operatorUrl: string;
}

interface Failed {
  readonly code: string;
  readonly message: string;
}

interface Said {
  readonly log?: string;
  readonly started?: Started;
  readonly failed?: Failed;
  readonly crashed?: Failed;
  readonly stopped?: true;
}

const PATIENCE_MS = 60_000;

/** One process that starts the server, told what to do over its input. */
export class Run {
  readonly child: ChildProcess;
  readonly exited: Promise<number | NodeJS.Signals>;
  private readonly said: Said[] = [];
  private errors = '';

  constructor(checkout: string, user: User, { env, ...options }: RunOptions) {
    this.child = spawn(process.execPath, ['driver.cjs', JSON.stringify(options)], {
      ...user.ids,
      cwd: checkout,
      env: { PATH: process.env.PATH, HOME: checkout, ...env },
    });
    this.exited = once(this.child, 'exit').then(
      ([status, signal]) => (status ?? signal) as number | NodeJS.Signals,
    );
    this.child.stderr?.setEncoding('utf8').on('data', (text: string) => (this.errors += text));
    if (this.child.stdout) {
      createInterface(this.child.stdout).on('line', (line) => this.said.push(JSON.parse(line) as Said));
    }
  }

  get pid(): number {
    return this.child.pid ?? 0;
  }

  get logged(): readonly string[] {
    return this.said.flatMap(({ log }) => log ?? []);
  }

  started = (): Promise<Started> => this.hears('started');
  failed = (): Promise<Failed> => this.hears('failed');
  crashed = (): Promise<Failed> => this.hears('crashed');

  async stop(): Promise<void> {
    this.tell('stop');
    await this.hears('stopped');
    this.tell('exit');
    await this.exited;
  }

  tell(order: 'stop' | 'exit' | 'finish' | 'throw'): void {
    this.child.stdin?.write(`${order}\n`);
  }

  private async hears<K extends keyof Said>(what: K): Promise<NonNullable<Said[K]>> {
    const found = await eventually(() => {
      const heard = this.said.find((message) => message[what] !== undefined)?.[what];
      if (heard !== undefined) return heard;
      if (this.ended && this.child.stdout?.readableEnded) throw this.unheard(what);
      return undefined;
    });
    if (found === undefined) throw this.unheard(what);
    return found;
  }

  private get ended(): boolean {
    return this.child.exitCode !== null || this.child.signalCode !== null;
  }

  private readonly unheard = (what: string): Error =>
    new Error(`never said ${what}, but ${JSON.stringify(this.said)} ${this.errors}`);
}

/** Waits for what another process does; there is nothing to subscribe to. */
export async function eventually<T>(probe: () => T | undefined): Promise<T | undefined> {
  const deadline = Date.now() + PATIENCE_MS;
  for (;;) {
    const found = probe();
    if (found !== undefined || Date.now() > deadline) return found;
    await delay(5);
  }
}

export const ends = (pid: number): Promise<true | undefined> =>
  eventually(() => (runningProcess(pid) ? undefined : true));

/** The processes, of whoever, whose command line has the text in it. */
export const processesWith = (text: string): readonly number[] =>
  readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((pid) => commandLine(pid).includes(text))
    .map(Number);

function commandLine(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0').join(' ');
  } catch {
    return '';
  }
}

export async function query(url: string, sql: string): Promise<readonly Record<string, unknown>[]> {
  const client = new Client(url);
  await client.connect();
  try {
    const { rows } = await client.query<Record<string, unknown>>(sql);
    return rows;
  } finally {
    await client.end();
  }
}
