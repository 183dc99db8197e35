import { setTimeout as delay } from 'node:timers/promises';

/** Waits, at most until the signal. */
export async function pause(ms: number, signal: AbortSignal): Promise<void> {
  await delay(ms, undefined, { signal }).catch(() => undefined);
}

const FIRST_BACKOFF_MS = 50;
const LAST_BACKOFF_MS = 5_000;

/** Doubles with every failure in a row. */
export const backoffMs = (failures: number): number =>
  Math.min(FIRST_BACKOFF_MS * 2 ** (failures - 1), LAST_BACKOFF_MS);
