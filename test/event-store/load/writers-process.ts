import { join } from 'node:path';
import { ForkedTypeScript } from '../../support/fork-typescript';
import type { Journal, Note } from './journal';
import type { WritersOptions } from './writers';

export interface WritersTask extends Pick<WritersOptions, 'name' | 'streams' | 'writers'> {
  readonly url: string;
  readonly seed: number;
}

/** Writers in a process of their own, which may be killed. */
export class WritersProcess {
  private readonly process: ForkedTypeScript;

  constructor(task: WritersTask, journal: Journal) {
    this.process = new ForkedTypeScript(join(__dirname, 'writing.process.ts'), task, (note) => {
      journal.note(note as Note);
    });
  }

  /** What they have begun is ended and told. */
  async stop(): Promise<void> {
    this.process.tell('stop');
    const status = await this.process.ended;
    if (status !== 0) throw new Error(`writers ended with ${String(status)}`);
  }

  kill(): Promise<void> {
    return this.process.kill();
  }
}
