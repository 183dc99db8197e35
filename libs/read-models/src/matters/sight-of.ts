import type { Policies, Reader } from '@liuhen/access';
import type { CalendarDate } from '@liuhen/kernel';
import { personKey } from './person-key';

/** The parameters $1 to $4 of the sight in SQL, and the day $5. */
export type MatterSightValues = readonly [
  courts: readonly string[],
  reading: readonly string[],
  oversees: boolean,
  within: boolean,
  today: CalendarDate,
];

export function sightOf(policies: Policies, reader: Reader, today: CalendarDate): MatterSightValues {
  const { courts, oversees, within } = policies.matterSight(reader);
  const { post, person } = reader;
  return [courts, [personKey({ post, person: null }), personKey({ post, person })], oversees, within, today];
}
