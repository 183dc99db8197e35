import type { DutyChange } from '@liuhen/kernel';
import type { MatterStep } from '../supervision-matter/supervision-matter.events';

/** What any event on a matter does to duties: it says so itself. */
export const stepDuties = ({
  data: { fulfils, drops, charges },
}: {
  readonly data: MatterStep;
}): readonly DutyChange[] => [
  ...fulfils.map((duty) => ({ change: 'discharge', duty }) as const),
  ...drops.map(({ duty, waiver }) => ({ change: 'waive', duty, waiver }) as const),
  ...charges.map((terms) => ({ change: 'open', terms }) as const),
];

/** The duty rules of an act on matters: one for all of its events. */
export const matterDutiesOf = <Type extends string>(
  events: Readonly<Record<Type, unknown>>,
): Readonly<Record<Type, typeof stepDuties>> =>
  Object.fromEntries(Object.keys(events).map((type) => [type, stepDuties])) as unknown as Readonly<
    Record<Type, typeof stepDuties>
  >;
