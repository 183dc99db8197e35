import type { Directory } from '@liuhen/access';
import { holdersOn } from '@liuhen/courts';
import { personalDuties } from '@liuhen/read-models';
import type { DepartedDuty, Departure } from '@liuhen/supervision';
import { contextOf, follow, type Tick } from './tick';

/** 岗位变动: sees who left the post in which they were charged by name. @param departures by kind of duty. */
export async function letDepart(departures: ReadonlyMap<string, Departure>, tick: Tick): Promise<void> {
  if (departures.size === 0) return;
  for await (const { kind, charge, ...duty } of personalDuties(tick.db, [...departures.keys()])) {
    if (tick.signal.aborted) return;
    if (isStillThere(tick.directory, duty)) continue;
    // By the charge and not the person, who may come back, be charged again and leave again.
    const context = contextOf(tick, `${duty.duty}/departure/${charge}`);
    await follow(tick, 'departed', duty, () => departures.get(kind)?.(duty, context));
  }
}

/** In the post, be it on leave, or as delegate of one who is. */
const isStillThere = (
  directory: Directory,
  { post, person }: Pick<DepartedDuty, 'post' | 'person'>,
): boolean =>
  holdersOn(directory.posts, post, directory.today).some((holder) => holder.person === person) ||
  directory.delegatedTo(person).some(({ id }) => id === post);
