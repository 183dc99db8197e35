import type { EventTypes } from '@liuhen/kernel';

/** More than there will be types of events. */
const STEP = 10_000;

/**
 * The version of a projection that reads the events of all acts. Types of events are only ever added, so that their
 * number makes a higher version of it by itself when an act comes.
 *
 * @param tables raised with every change of its tables or of their meaning: 1, 2, 3 …
 */
export const versionOf = (tables: number, events: EventTypes): number =>
  tables * STEP + Object.keys(events).length;
