import { chinaDateOf, type CalendarDate, type EventHeader } from '@liuhen/kernel';
import type { MatterEvent } from '../matter-rules/matter-events';

/** What only an assignment keeps of its round. */
export interface Assignment {
  /** Names of the indicators of the baseline. */
  readonly indicators: readonly string[];
  /** The day on which the baseline was recorded; `null` before. */
  readonly since: CalendarDate | null;
  /** The last days of the stretches of the term for which a contact was or is owed, in their order. */
  readonly stretches: readonly CalendarDate[];
  readonly contacts: number;
  readonly visits: number;
}

export const NOTHING: Assignment = { indicators: [], since: null, stretches: [], contacts: 0, visits: 0 };

export function evolveAssignment(
  assignment: Assignment,
  event: MatterEvent,
  header: Pick<EventHeader, 'recordedAt'>,
): Assignment {
  const told = evolveFacts(assignment, event, header);
  const owed = event.data.charges.filter(({ kind }) => kind === 'leaderContact');
  return { ...told, stretches: [...told.stretches, ...owed.flatMap(({ due }) => due ?? [])] };
}

function evolveFacts(
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
