import type { Runtime } from '@liuhen/event-store';
import { LOG_NAMES, type LogName } from '@liuhen/kernel';

/** What a command handler works with, one runtime a log: `runtimes.business`. */
export abstract class Runtimes implements Readonly<Record<LogName, Runtime>> {
  abstract readonly business: Runtime;
  abstract readonly isolated: Runtime;
  abstract readonly reading: Runtime;
  abstract readonly administration: Runtime;
}

export const runtimesOf = (make: (log: LogName) => Runtime): Runtimes =>
  Object.fromEntries(LOG_NAMES.map((log) => [log, make(log)])) as Record<LogName, Runtime>;
