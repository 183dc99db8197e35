import { wholeNumbers } from '../court-rules/clause-shape';
import type { ClauseDefinition } from '../court-rules/policy-shape';

/** 包保: how often the leader is in contact, how often on the spot, and how soon somebody else follows. */
export interface AssignmentRules {
  /** Months from one contact to the next at most. */
  readonly contactEveryMonths: number;
  /** Visits in the term at least. */
  readonly leastVisits: number;
  /** Working days within which a new leader is named. */
  readonly handOverWorkingDays: number;
}

export const assignmentClause: ClauseDefinition<AssignmentRules> = {
  clause: 'leaderAssignment.assignment',
  label: '包保的联系、现场督导和交接',
  shape: wholeNumbers({
    contactEveryMonths: { label: '联系的间隔月数', min: 1 },
    leastVisits: { label: '现场督导的最少次数', min: 0 },
    handOverWorkingDays: { label: '另行指定包保领导的工作日数', min: 1 },
  }),
};
