import type { Refusal } from '@liuhen/kernel';
import { wholeNumbers } from './clause-shape';
import { policyKind, readClauses, type Clauses, type RuledBy } from './policy-shape';

export const COMMITTEE_POLICY = 'adjudication-committee';
const TITLE = '审判委员会规则';

const DEFINITIONS = {
  referral: {
    clause: 'referral',
    label: '决定是否提交的期限',
    shape: wholeNumbers({ workingDays: { label: '工作日数', min: 1 } }),
  },
  decision: {
    clause: 'decision',
    label: '讨论决定的期限',
    shape: wholeNumbers({ workingDays: { label: '工作日数', min: 1 } }),
  },
};

/** 审判委员会规则 as it binds a court on a day. */
export type CommitteePolicy = RuledBy<typeof DEFINITIONS>;

/** @returns Refusal `policy-missing` where a clause is not there or not readable */
export const committeePolicyOf = (clauses: Clauses): CommitteePolicy | Refusal =>
  readClauses(TITLE, DEFINITIONS, clauses);

export const committeePolicyKind = policyKind(COMMITTEE_POLICY, TITLE, DEFINITIONS);
