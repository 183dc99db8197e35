import { execute } from '@liuhen/event-store';
import { isRefusal } from '@liuhen/kernel';
import { dueWarnings, type DueWarning } from '@liuhen/read-models';
import { isSettled, warningKey, type dutyWarningDecider } from '@liuhen/supervision';
import { contextOf, type Tick } from './tick';

type WarningDecider = ReturnType<typeof dutyWarningDecider>;

/**
 * 预警: raises the warnings whose time has come.
 *
 * @param settled what the streams have settled and the read model still shows, so that it is not asked again
 * @returns the same after this look
 */
export async function raiseWarnings(
  decider: WarningDecider,
  settled: ReadonlySet<string>,
  tick: Tick,
): Promise<ReadonlySet<string>> {
  const shown = new Set<string>();
  for await (const warning of dueWarnings(tick.db, tick.runtime.clock.now())) {
    if (tick.signal.aborted) return settled;
    const key = JSON.stringify([warning.stream, warningKey(warning)]);
    if (settled.has(key) || (await raise(decider, warning, tick))) shown.add(key);
  }
  return shown;
}

/** @returns whether nothing is left to be done about it. */
async function raise(
  decider: WarningDecider,
  { stream, caseNumber, duty, step, to, at }: DueWarning,
  tick: Tick,
): Promise<boolean> {
  const warning = { duty, step, to, at };
  const { runtime, facts, act } = contextOf(tick, warningKey(warning));
  try {
    const { replayed } = await execute(runtime, {
      decider,
      stream,
      caseNumber,
      command: { type: 'RaiseDutyWarning', data: warning },
      act,
      permit: () => undefined,
      facts: () => Promise.resolve(facts),
    });
    if (!replayed) tick.report({ kind: 'warned', stream, duty });
    return true;
  } catch (error) {
    if (isRefusal(error) && isSettled(error)) return true;
    tick.report({ kind: 'failed', subject: `${stream} ${duty}`, error });
    return false;
  }
}
