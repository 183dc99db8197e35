import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, existsSync, readFileSync } from 'node:fs';
import { Socket } from 'node:net';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { type DataDirectory } from './data-directory';
import { EmbeddedPostgresError } from './errors';
import { identityText, runningProcess, thisProcess } from './process-table';
import { boundServerLog, openServerLog, tailOf } from './server-log';
import { SERVER_ENVIRONMENT, serverSettings } from './settings';
import { watchOver } from './watcher';

/** Recovery after a crash replays the log and may take long; the server is alive and working then. */
const READY_MS = 300_000;
const CLEAN_SHUTDOWN_MS = 30_000;
const AT_EXIT_MS = 10_000;
const LOG_CHECK_MS = 60_000;

export interface Launch {
  readonly directory: DataDirectory;
  readonly postgres: string;
  readonly port: number;
  readonly durable: boolean;
  readonly log: (line: string) => void;
}

/**
 * One run of the server. It is in a session of its own, so that Ctrl-C reaches only us and we can finish
 * what we are at first, and it ends with this process in whatever way that ends.
 */
export class ServerProcess {
  /** Settles only if the server ends without having been asked to. */
  readonly crashed: Promise<EmbeddedPostgresError>;
  private readonly child: ChildProcess;
  private readonly watcher: ChildProcess | undefined;
  /** With the error, if the program could not even be run. */
  private readonly exited: Promise<Error | undefined>;
  private readonly logCheck: NodeJS.Timeout;
  private stopping: Promise<void> | undefined;

  constructor(private readonly launch: Launch) {
    const { directory, log } = launch;
    boundServerLog(directory.serverLog);
    this.child = this.spawn();
    this.watcher = this.child.pid ? watchOver(this.child.pid, directory, log) : undefined;
    this.exited = new Promise((resolve) => {
      this.child.once('exit', () => resolve(undefined)).once('error', resolve);
    });
    this.logCheck = setInterval(() => this.boundLog(), LOG_CHECK_MS).unref();
    process.once('exit', this.stopAtExit);
    this.crashed = this.untilCrashed();
    this.letUsEnd();
  }

  get pid(): number {
    return this.child.pid ?? 0;
  }

  /** @throws EmbeddedPostgresError `start-failed`, with what the server said last */
  async ready(): Promise<void> {
    const deadline = Date.now() + READY_MS;
    while (!this.saysReady()) {
      if (this.ended) throw this.fault('start-failed', '内置数据库启动失败', await this.exited);
      if (Date.now() > deadline) {
        await this.stop();
        throw this.fault('start-failed', `内置数据库在 ${READY_MS / 1000} 秒内未能就绪`);
      }
      await delay(10);
    }
  }

  /** Ends all connections and shuts down cleanly. */
  stop(): Promise<void> {
    this.stopping ??= this.shutDown();
    return this.stopping;
  }

  private spawn(): ChildProcess {
    const { directory, postgres, port, durable } = this.launch;
    const output = openServerLog(directory.serverLog);
    try {
      // The spaces around `-D cluster` are what takeover.ts looks for.
      const args = ['-D', directory.cluster, ...serverSettings(port, identityText(thisProcess()), durable)];
      return spawn(postgres, args, {
        ...directory.user,
        cwd: '/',
        env: SERVER_ENVIRONMENT,
        detached: true,
        stdio: ['ignore', output, output],
      });
    } finally {
      closeSync(output);
    }
  }

  private get ended(): boolean {
    return this.child.pid === undefined || this.child.exitCode !== null || this.child.signalCode !== null;
  }

  /** The server's pid file has its process number in the first line and its state in the eighth. */
  private saysReady(): boolean {
    const path = join(this.launch.directory.cluster, 'postmaster.pid');
    const lines = existsSync(path) ? readFileSync(path, 'utf8').split('\n') : [];
    return !this.ended && lines[0] === String(this.child.pid) && lines[7]?.trim() === 'ready';
  }

  private async shutDown(): Promise<void> {
    this.child.ref();
    this.child.kill('SIGINT');
    const cutOff = setTimeout(() => this.child.kill('SIGQUIT'), CLEAN_SHUTDOWN_MS);
    await this.exited;
    clearTimeout(cutOff);
  }

  private async untilCrashed(): Promise<EmbeddedPostgresError> {
    const error = await this.exited;
    process.off('exit', this.stopAtExit);
    clearInterval(this.logCheck);
    this.watcher?.kill('SIGKILL');
    if (this.stopping) return new Promise(() => undefined);
    return this.fault('server-crashed', '内置数据库意外终止', error);
  }

  /** A running server is no reason for this process to stay. */
  private letUsEnd(): void {
    this.child.unref();
    this.watcher?.unref();
    const input = this.watcher?.stdin;
    if (input instanceof Socket) input.unref();
  }

  /** In an exit handler nothing asynchronous happens any more, so this waits by blocking. */
  private readonly stopAtExit = (): void => {
    this.child.kill('SIGINT');
    const pause = new Int32Array(new SharedArrayBuffer(4));
    const deadline = Date.now() + AT_EXIT_MS;
    while (runningProcess(this.pid) && Date.now() < deadline) Atomics.wait(pause, 0, 0, 5);
    this.watcher?.kill('SIGKILL');
  };

  private boundLog(): void {
    try {
      boundServerLog(this.launch.directory.serverLog);
    } catch (error) {
      this.launch.log(`数据库日志未能截短：${String(error)}`);
    }
  }

  private fault(
    code: 'start-failed' | 'server-crashed',
    sentence: string,
    cause?: Error,
  ): EmbeddedPostgresError {
    const detail = cause?.message ?? tailOf(this.launch.directory.serverLog, this.child.pid);
    return new EmbeddedPostgresError(code, `${sentence}：\n${detail}`, { cause });
  }
}
