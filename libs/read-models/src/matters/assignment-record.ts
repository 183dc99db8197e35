import type { CalendarDate } from '@liuhen/kernel';
import type { Figure, MatterEvent, SuspensionReason } from '@liuhen/supervision';

/** How a figure moved from the baseline of an assignment to where it is to be. */
export interface FigureProgress {
  readonly indicator: string;
  readonly unit: string;
  /** Values are decimal text. */
  readonly baseline: string;
  readonly baselineOn: CalendarDate;
  readonly target: string;
  readonly latest: string;
  readonly latestOn: CalendarDate;
}

/** 包保: what only the assignment of a leader keeps. */
export interface AssignmentRecord {
  readonly figures: readonly FigureProgress[];
  readonly contacts: number;
  /** Why nobody holds it for the time being. */
  readonly suspended: SuspensionReason | null;
}

export const NO_ASSIGNMENT: AssignmentRecord = { figures: [], contacts: 0, suspended: null };

export function evolveAssignment(assignment: AssignmentRecord, event: MatterEvent): AssignmentRecord {
  switch (event.type) {
    case 'BaselineRecorded': {
      const figures = event.data.figures.map(({ indicator, unit, value, asOf, target }) => ({
        ...{ indicator, unit, target },
        ...{ baseline: value, baselineOn: asOf, latest: value, latestOn: asOf },
      }));
      return { ...assignment, figures };
    }
    case 'ContactRecorded': {
      const figures = assignment.figures.map((figure) => moved(figure, event.data.progress));
      return { ...assignment, figures, contacts: assignment.contacts + 1 };
    }
    case 'AssignmentSuspended':
      return { ...assignment, suspended: event.data.reason };
    case 'AssignmentHandedOver':
      return { ...assignment, suspended: null };
    default:
      return assignment;
  }
}

function moved(figure: FigureProgress, progress: readonly Figure[]): FigureProgress {
  const latest = progress.find(({ indicator }) => indicator === figure.indicator);
  return latest ? { ...figure, latest: latest.value, latestOn: latest.asOf } : figure;
}
