import { OutcomeUnknown, StoreUnavailable } from '../errors';
import { pause } from '../pause';

const FIRST_RETRY_MS = 25;
const SLOWEST_RETRY_MS = 1_000;

/** A request on its way, from the call of append to its answer or its deadline. */
export class Delivery {
  /** Unknown stays until an answer comes: a later attempt that failed says nothing of the earlier. */
  private fate: 'unsent' | 'sent' | 'unknown' = 'unsent';
  private lastFailure: unknown;
  private failures = 0;
  private over = false;
  private readonly expiresAt: number;

  constructor(
    private readonly stream: string,
    private readonly deadlineMs: number,
    /** After which an attempt is given up and the same events are sent again. */
    private readonly longestAttemptMs: number,
  ) {
    this.expiresAt = performance.now() + deadlineMs;
  }

  get isFirstAttempt(): boolean {
    return this.failures === 0;
  }

  get attemptMs(): number {
    return Math.max(1, Math.min(this.longestAttemptMs, this.expiresAt - performance.now()));
  }

  /** @throws once it is given up: what was answered as not sent is not sent any more. */
  sending(): void {
    if (this.over) throw this.expiry();
    if (this.fate === 'unsent') this.fate = 'sent';
  }

  notStored(): void {
    if (this.fate === 'sent') this.fate = 'unsent';
  }

  lost(): void {
    if (this.fate === 'sent') this.fate = 'unknown';
  }

  /** Waits before the next attempt. @throws the failure, if another attempt could not mend it. */
  async failed(failure: unknown): Promise<void> {
    if (!(failure instanceof StoreUnavailable || failure instanceof OutcomeUnknown)) throw failure;
    this.lastFailure = failure;
    await pause(retryDelay(this.failures++));
    if (this.over) throw this.expiry();
  }

  /** The answer, if it comes in time. @throws OutcomeUnknown | StoreUnavailable */
  async inTime<Answer>(answer: Promise<Answer>): Promise<Answer> {
    let timer: NodeJS.Timeout | undefined;
    const expired = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(this.expiry()), this.deadlineMs);
    });
    try {
      return await Promise.race([answer, expired]);
    } finally {
      this.over = true;
      clearTimeout(timer);
    }
  }

  private expiry(): OutcomeUnknown | StoreUnavailable {
    const options = { cause: this.lastFailure };
    return this.fate === 'unsent'
      ? new StoreUnavailable(`stream ${this.stream}: the append could not be sent in time`, options)
      : new OutcomeUnknown(this.stream, options);
  }
}

const retryDelay = (attempt: number): number =>
  Math.min(FIRST_RETRY_MS * 2 ** attempt, SLOWEST_RETRY_MS) * (0.5 + Math.random() / 2);
