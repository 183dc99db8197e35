import type { MatterEvent } from './matter-events';

/** What the issuing side does for itself: the court aimed at learns of a matter when it is issued, and of what comes of its reply. */
const INTERNAL: ReadonlySet<string> = new Set<MatterEvent['type']>([
  'MatterDrafted',
  'MatterApproved',
  'MatterDeclined',
  'MatterArchived',
]);

/** Whether only the issuing side may know of an event, by its type alone; confidential rounds are theirs as a whole. */
export const isInternal = (type: string): boolean => INTERNAL.has(type);
