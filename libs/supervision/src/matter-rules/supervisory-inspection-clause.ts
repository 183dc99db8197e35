import { unreadable, wholeNumbers } from '../court-rules/clause-shape';
import type { ClauseDefinition } from '../court-rules/policy-shape';

/** 进驻和整改的日数: how long a group stays, and by when what it found is to be put right. */
export interface InspectionRules {
  /** Days of the stay, the first and the last included. */
  readonly leastDays: number;
  readonly mostDays: number;
  /** Days from the feedback to the day on which an item is due. */
  readonly leastItemDays: number;
  readonly mostItemDays: number;
}

const readNumbers = wholeNumbers({
  leastDays: { label: '进驻最少日数', min: 1 },
  mostDays: { label: '进驻最多日数', min: 1 },
  leastItemDays: { label: '整改最少日数', min: 1 },
  mostItemDays: { label: '整改最多日数', min: 1 },
});

const isOrdered = ({ leastDays, mostDays, leastItemDays, mostItemDays }: InspectionRules): boolean =>
  leastDays <= mostDays && leastItemDays <= mostItemDays;

export const inspectionClause: ClauseDefinition<InspectionRules> = {
  clause: 'onSiteInspection.inspection',
  label: '下沉督导的进驻和整改日数',
  shape: (content) => {
    const read = readNumbers(content);
    return read.content === undefined || isOrdered(read.content)
      ? read
      : unreadable('最少日数不得多于最多日数');
  },
};
