import { systemAct, type Directory } from '@liuhen/access';
import { isRefusal, type Refusal, type Sql } from '@liuhen/kernel';
import type { ClockContext, DutyReference } from '@liuhen/supervision';

/** What the clock did; `refused` is the law's or the procedure's "not yet", `failed` is tried again at the next tick. */
export type ClockReport =
  | { readonly kind: 'warned' | Consequence; readonly stream: string; readonly duty: string }
  | { readonly kind: 'refused'; readonly stream: string; readonly duty: string; readonly refusal: Refusal }
  | { readonly kind: 'failed'; readonly subject: string; readonly error: unknown };

/** What an act lets follow from how a duty stands. */
type Consequence = 'lapsed' | 'departed';

/** One look of the clock at all that is due. */
export interface Tick extends Omit<ClockContext, 'act'> {
  /** Who holds which post, as of this look. */
  readonly directory: Directory;
  /** Where the read model of duties is. */
  readonly db: Sql;
  /** Aborted when the clock is to stop: what is at work is finished first. */
  readonly signal: AbortSignal;
  readonly report: (report: ClockReport) => void;
}

/** @param key says the same whenever the same is to be done, so that it is done once. */
export const contextOf = ({ runtime, facts }: Tick, key: string): ClockContext => ({
  runtime,
  facts,
  act: systemAct(`clock/${key}`, 'clock'),
});

/** Does what follows for the duty, and reports it once. */
export async function follow(
  { report }: Tick,
  kind: Consequence,
  { stream, duty }: DutyReference,
  consequence: () => Promise<unknown> | undefined,
): Promise<void> {
  try {
    if (!isReplayed(await consequence())) report({ kind, stream, duty });
  } catch (error) {
    if (isRefusal(error)) report({ kind: 'refused', stream, duty, refusal: error });
    else report({ kind: 'failed', subject: `${stream} ${duty}`, error });
  }
}

/** It had been done before, and the duty is still as it was, or the read model has not been told yet. */
const isReplayed = (receipt: unknown): boolean =>
  (Object(receipt) as { readonly replayed?: unknown }).replayed === true;
