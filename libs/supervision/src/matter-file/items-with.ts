import type { Recorded } from '@liuhen/kernel';
import type { MatterEvent } from '../matter-rules/matter-events';

/** The items that were assigned along with an event: by the next one, of the same decision. */
export const itemsWith = (
  { header }: Recorded<MatterEvent>,
  next: Recorded<MatterEvent> | undefined,
): readonly string[] =>
  next?.type === 'RectificationAssigned' && next.header.rev === header.rev + 1
    ? next.data.items.map(({ item }) => item)
    : [];
