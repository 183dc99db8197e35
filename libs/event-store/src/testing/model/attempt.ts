import { OutcomeUnknown, StoreUnavailable } from '../../errors';
import type { AppendOptions, AppendRequest, AppendResult, EventStore } from '../../event-store';
import { demand } from './violation';

/** Which of the two processes that use the log. */
export type Which = 0 | 1;

const WHEN_ASKED_AGAIN = 'when asked again';
const ANSWERS = ['stored', 'replayed', 'WrongRevision', 'BrokenChain', 'ClockBehind'];

/** All that can become of an append. */
export const OUTCOMES: readonly string[] = ANSWERS.flatMap((said) => [said, `${said} ${WHEN_ASKED_AGAIN}`]);

const MAX_RESENDS = 20;

/** A request on its way, and what became of it. */
export class Attempt {
  private answer: Answer | undefined;
  private isHeard = true;
  private wasRuledOut = false;
  private wasAskedAgain = false;

  /** @param mayBeLost whether its answer may stay away, or be that to a second sending which nobody asked for */
  constructor(
    readonly request: AppendRequest,
    readonly process: Which,
    readonly mayBeLost: boolean,
  ) {}

  async send(store: EventStore, options?: AppendOptions): Promise<void> {
    const answer = await answerOf(store, this.request, options);
    if (this.isHeard) this.answer = answer;
  }

  /** Who sent it is gone; an answer that comes now is heard by nobody. */
  abandon(): void {
    this.isHeard = false;
  }

  /** Sends the same events again, as long as it is not known what became of them. */
  async resolve(store: EventStore): Promise<void> {
    if (!isOpen(this.answer)) return;
    demand('answers', this.mayBeLost, `${this.text} ended with ${String(this.answer)}`);
    this.wasRuledOut = this.answer instanceof StoreUnavailable;
    this.abandon();
    this.wasAskedAgain = true;
    this.answer = await this.askAgain(store);
  }

  /** As stored; `undefined` if it was refused. */
  get result(): AppendResult | undefined {
    return this.answer instanceof Error ? undefined : this.answer;
  }

  get refusal(): Error | undefined {
    return this.answer instanceof Error ? this.answer : undefined;
  }

  /** It was answered that nothing was stored, nor would be, before it was sent again. */
  get isRuledOut(): boolean {
    return this.wasRuledOut;
  }

  get text(): string {
    const { stream, expected, events } = this.request;
    return `the append of ${events.length} to ${stream} at ${expected}`;
  }

  /** What became of it, in the words of {@link OUTCOMES}. */
  get outcome(): string {
    const said = this.refusal?.name ?? (this.result?.replayed === true ? 'replayed' : 'stored');
    return this.wasAskedAgain ? `${said} ${WHEN_ASKED_AGAIN}` : said;
  }

  private async askAgain(store: EventStore): Promise<Answer> {
    for (let resend = 1; ; resend++) {
      const answer = await answerOf(store, this.request);
      if (!isOpen(answer)) return answer;
      demand('resolution', resend < MAX_RESENDS, `${this.text} still ends with ${String(answer)}`);
    }
  }
}

type Answer = AppendResult | Error;

/** Stored or not, nobody knows; or it is known, but the request was never sent. */
const isOpen = (answer: Answer | undefined): answer is OutcomeUnknown | StoreUnavailable | undefined =>
  answer === undefined || answer instanceof OutcomeUnknown || answer instanceof StoreUnavailable;

const answerOf = (store: EventStore, request: AppendRequest, options?: AppendOptions): Promise<Answer> =>
  store.append(request, options).catch((error: unknown) => error as Error);
