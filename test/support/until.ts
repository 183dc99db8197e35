import { setTimeout as delay } from 'node:timers/promises';

const POLL_MS = 10;

/** Looks until it holds. */
export async function until(holds: () => Promise<boolean> | boolean): Promise<void> {
  while (!(await holds())) await delay(POLL_MS);
}
