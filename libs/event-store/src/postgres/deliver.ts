import type { Instant } from '@liuhen/kernel';
import type { AppendRequest } from '../event-store';
import { pause } from '../pause';
import type { AppendCall } from './append-call';
import { failureOf } from './failure';
import type { PendingAppend } from './pending-append';

const FIRST_RETRY_MS = 50;
const SLOWEST_RETRY_MS = 1_000;

/**
 * Sends a batch until each of its requests is answered or has passed its deadline.
 *
 * After a lost connection the same events go out again with the same ids: what had been stored is answered as
 * replayed. When the server refuses the whole batch, each request goes alone, so that one cannot fail another.
 *
 * @returns the requests whose streams were busy; nothing of them is stored.
 */
export async function deliver(
  batch: readonly PendingAppend[],
  call: AppendCall,
): Promise<readonly PendingAppend[]> {
  for (let attempt = 0; ; attempt++) {
    const open = batch.filter((append) => !append.isDone);
    if (open.length === 0) return [];
    try {
      return await sendOnce(open, call);
    } catch (error) {
      const failure = failureOf(error);
      for (const append of open) {
        if (failure === 'lost') append.lost(error);
        else append.rolledBack(error);
      }
      if (failure === 'refused') return deliverEach(open, call, error);
      await pause(retryDelay(attempt));
    }
  }
}

async function sendOnce(open: readonly PendingAppend[], call: AppendCall): Promise<readonly PendingAppend[]> {
  let sent: readonly PendingAppend[] = [];
  const answers = await call(() => {
    sent = open.filter((append) => !append.isDone).sort(byTime);
    for (const append of sent) append.sent();
    return sent.map(({ request }) => request);
  });
  return sent.filter((append, index) => {
    const answer = answers[index];
    if (!answer) throw new Error(`${String(answers.length)} answers to ${String(sent.length)} requests`);
    if (answer.kind === 'busy') append.rolledBack(undefined);
    else append.answer(answer);
    return answer.kind === 'busy';
  });
}

/** The log measures by its time before the batch: the earliest goes first, so that none lags too far behind another. */
const byTime = ({ request: one }: PendingAppend, { request: other }: PendingAppend): number =>
  timeOf(one) < timeOf(other) ? -1 : timeOf(one) > timeOf(other) ? 1 : 0;

const timeOf = ({ events: [first] }: AppendRequest): Instant => first?.header.recordedAt ?? '';

async function deliverEach(
  open: readonly PendingAppend[],
  call: AppendCall,
  error: unknown,
): Promise<readonly PendingAppend[]> {
  const [only, ...others] = open;
  if (only && others.length === 0) {
    only.fail(error);
    return [];
  }
  const busy: PendingAppend[] = [];
  for (const append of open) busy.push(...(await deliver([append], call)));
  return busy;
}

const retryDelay = (attempt: number): number =>
  Math.min(FIRST_RETRY_MS * 2 ** attempt, SLOWEST_RETRY_MS) * (0.5 + Math.random() / 2);
