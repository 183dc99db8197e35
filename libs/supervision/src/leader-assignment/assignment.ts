import { chinaDateOf, type CalendarDate, type EventHeader } from '@liuhen/kernel';
import type { MatterEvent } from '../matter-rules/matter-events';

/** What only an assignment keeps of its round. */
export interface Assignment {
  /** Names of the indicators of the baseline. */
  readonly indicators: readonly string[];
  /** The day on which the baseline was recorded; `null` before. */
  readonly since: CalendarDate | null;
  readonly contacts: number;
  readonly visits: number;
}

export const NOTHING: Assignment = { indicators: [], since: null, contacts: 0, visits: 0 };

export function evolveAssignment(
  assignment: Assignment,
  event: MatterEvent,
  { recordedAt }: Pick<EventHeader, 'recordedAt'>,
): Assignment {
  switch (event.type) {
    case 'MatterDrafted':
      return NOTHING;
    case 'BaselineRecorded': {
      const indicators = event.data.figures.map(({ indicator }) => indicator);
      return { ...assignment, indicators, since: chinaDateOf(recordedAt) };
    }
    case 'ContactRecorded':
      return { ...assignment, contacts: event.data.nth };
    case 'AssignmentVisited':
      return { ...assignment, visits: event.data.nth };
    default:
      return assignment;
  }
}
