import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

/** A TypeScript file in a process of its own, which finds what it is to do, as JSON, in its last argument. */
export class ForkedTypeScript {
  /** Of the process, once all that it said has been heard: its exit status, or the signal that ended it. */
  readonly ended: Promise<number | NodeJS.Signals | null>;
  private readonly child: ChildProcess;

  constructor(path: string, task: unknown, onMessage: (message: unknown) => void) {
    this.child = fork(path, [JSON.stringify(task)], {
      execArgv: ['--require', join(__dirname, 'typescript.cjs')],
    });
    this.child.on('message', onMessage);
    this.ended = Promise.all([once(this.child, 'exit'), once(this.child, 'disconnect')]).then(
      () => this.child.exitCode ?? this.child.signalCode,
    );
  }

  tell(message: string): void {
    this.child.send(message);
  }

  async kill(): Promise<void> {
    this.child.kill('SIGKILL');
    await this.ended;
  }
}
