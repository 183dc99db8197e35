import { wholeNumbers } from '../court-rules/clause-shape';
import type { ClauseDefinition } from '../court-rules/policy-shape';

/** 旬报: a report so many days after the plan, and after each report before it. */
export interface ReportRules {
  readonly everyDays: number;
}

export const reportsClause: ClauseDefinition<ReportRules> = {
  clause: 'listedSupervision.reports',
  label: '挂牌督办的旬报',
  shape: wholeNumbers({ everyDays: { label: '报送间隔的日数', min: 1 } }),
};
