import type { AppendOptions, AppendRequest, AppendResult, EventStore } from '../../event-store';
import { OutcomeUnknown } from '../../errors';
import { withMethods } from '../with-methods';
import type { LogUnderTest, StoreProcess } from './log-under-test';

/** Lets everything go on that can. */
const moment = (): Promise<void> => new Promise(setImmediate);

/**
 * A process whose only way to a log in memory is a line that takes one request a moment. What is on the line when the
 * process dies arrives all the same; what is not never leaves.
 */
class MemoryProcess implements StoreProcess {
  readonly store: EventStore;
  private readonly ending = new AbortController();
  private line = Promise.resolve();
  private isDead = false;

  constructor(private readonly log: EventStore) {
    this.store = withMethods(log, {
      append: (request, options) => this.append(request, options),
      subscribe: ({ signal, ...request }) =>
        log.subscribe({ ...request, signal: AbortSignal.any([signal, this.ending.signal]) }),
    });
  }

  async stop(): Promise<void> {
    await this.line;
    await moment();
    await this.kill();
  }

  kill(): Promise<void> {
    this.isDead = true;
    this.ending.abort();
    return Promise.resolve();
  }

  private async append(request: AppendRequest, options?: AppendOptions): Promise<AppendResult> {
    await (this.line = this.line.then(moment));
    if (this.isDead) throw new OutcomeUnknown(request.stream);
    await moment();
    return this.log.append(request, options);
  }
}

/** A log in memory, and processes that use it. */
export const memoryLog = (log: EventStore): LogUnderTest => ({
  start: () => Promise.resolve(new MemoryProcess(log)),
  moments: async (count) => {
    for (let passed = 0; passed < count; passed++) await moment();
  },
  close: () => log.close(),
});
