import { originOfStart } from '../ledger-events';

/** Which start of a log an origin names; `undefined` if it is another log's. */
export function startOf(log: string, origin: string): number | undefined {
  const start = origin === log ? 1 : Number(origin.slice(origin.lastIndexOf('-') + 1));
  return Number.isSafeInteger(start) && start >= 1 && originOfStart(log, start) === origin
    ? start
    : undefined;
}
