import type { Refusal } from '@liuhen/kernel';
import { wholeNumbers } from './clause-shape';
import { policyKind, readClauses, type Clauses, type RuledBy } from './policy-shape';

export const PATTERN_POLICY = 'inspection-patterns';
const TITLE = '督察筛查规则';

const DEFINITIONS = {
  rapid: {
    clause: 'rapid-sign-offs',
    label: '密集签批',
    shape: wholeNumbers({
      count: { label: '签批件数', min: 2 },
      minutes: { label: '分钟数', min: 1 },
    }),
  },
  hours: {
    clause: 'working-hours',
    label: '工作时间',
    shape: wholeNumbers({
      from: { label: '开始的钟点', min: 0 },
      until: { label: '结束的钟点', min: 1 },
    }),
  },
  late: {
    clause: 'late-entries',
    label: '补录',
    shape: wholeNumbers({ days: { label: '发生之后的日数', min: 0 } }),
  },
};

/** 督察筛查规则: from when on something is worth a look; that it is, says nothing against anybody. */
export type PatternPolicy = RuledBy<typeof DEFINITIONS>;

/** @returns Refusal `policy-missing` where a clause is not there or not readable */
export const patternPolicyOf = (clauses: Clauses): PatternPolicy | Refusal =>
  readClauses(TITLE, DEFINITIONS, clauses);

export const patternPolicyKind = policyKind(PATTERN_POLICY, TITLE, DEFINITIONS);
