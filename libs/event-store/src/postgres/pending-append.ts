import { OutcomeUnknown, StoreUnavailable } from '../errors';
import { bytesOf } from '../check-request';
import type { AppendRequest } from '../event-store';
import { refusalOf, type Answer } from './answer';

/** A request on its way, from the call of append to its answer or its deadline. */
export class PendingAppend {
  readonly bytes: number;
  readonly result: Promise<Answer>;
  private resolve: (answer: Answer) => void;
  private reject: (error: unknown) => void;
  private readonly timer: NodeJS.Timeout;
  /** Unknown stays until an answer comes: a later attempt that failed says nothing of the earlier. */
  private fate: 'unsent' | 'sent' | 'unknown' = 'unsent';
  private lastFailure: unknown;
  private done = false;

  constructor(
    readonly request: AppendRequest,
    deadlineMs: number,
    private readonly onDone: (append: PendingAppend) => void,
  ) {
    this.bytes = bytesOf(request);
    this.result = new Promise((resolve, reject) => {
      this.resolve = resolve;
      this.reject = reject;
    });
    this.timer = setTimeout(() => {
      this.expire();
    }, deadlineMs);
  }

  /** Answered, failed or given up. */
  get isDone(): boolean {
    return this.done;
  }

  sent(): void {
    if (this.fate === 'unsent') this.fate = 'sent';
  }

  lost(failure: unknown): void {
    this.lastFailure = failure;
    if (this.fate === 'sent') this.fate = 'unknown';
  }

  rolledBack(failure: unknown): void {
    this.lastFailure = failure;
    if (this.fate === 'sent') this.fate = 'unsent';
  }

  answer(answer: Answer): void {
    const refusal = refusalOf(answer, this.request);
    this.finish(() => {
      if (refusal) this.reject(refusal);
      else this.resolve(answer);
    });
  }

  fail(error: unknown): void {
    this.finish(() => {
      this.reject(error);
    });
  }

  private expire(): void {
    const options = { cause: this.lastFailure };
    const { stream } = this.request;
    this.fail(
      this.fate === 'unsent'
        ? new StoreUnavailable(`stream ${stream}: the append could not be sent in time`, options)
        : new OutcomeUnknown(stream, options),
    );
  }

  private finish(settle: () => void): void {
    if (this.done) return;
    this.done = true;
    clearTimeout(this.timer);
    this.onDone(this);
    settle();
  }
}
