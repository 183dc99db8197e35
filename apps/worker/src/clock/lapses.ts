import { overdueDuties } from '@liuhen/read-models';
import type { Lapse } from '@liuhen/supervision';
import { contextOf, follow, type Tick } from './tick';

/** 逾期: lets lapse what was not done in time. @param lapses by kind of duty. */
export async function letLapse(lapses: ReadonlyMap<string, Lapse>, tick: Tick): Promise<void> {
  if (lapses.size === 0) return;
  for await (const { kind, ...duty } of overdueDuties(tick.db, [...lapses.keys()], tick.directory.today)) {
    if (tick.signal.aborted) return;
    const context = contextOf(tick, `${duty.duty}/lapse`);
    await follow(tick, 'lapsed', duty, () => lapses.get(kind)?.(duty, context));
  }
}
