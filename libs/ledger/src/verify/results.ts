import { ALWAYS_REQUIRED, type CheckName } from '../policy/checks';
import type { Policy } from '../policy/policy';
import { kindOf, type Finding, type Outcome } from './findings';
import type { CheckResult } from './report';

/** What a finding, or its absence, comes to under a policy. @param found the sentence of a check that holds. */
export function resultOf(policy: Policy, name: CheckName, found: Finding | string): CheckResult {
  if (typeof found === 'string') return { name, result: 'PASS', text: found, code: null };
  const { code, detail, firstBad } = found;
  const { text, always } = kindOf(found);
  const isRequired = always === true || ALWAYS_REQUIRED.includes(name) || policy.required.includes(name);
  return {
    ...{ name, code, result: isRequired ? 'FAIL' : 'NOT REQUIRED' },
    text: [
      text,
      detail === undefined ? '' : `：${detail}`,
      firstBad === undefined ? '' : `（日志第 ${String(firstBad + 1)} 条）`,
    ].join(''),
    ...(firstBad === undefined ? {} : { firstBad }),
  };
}

/** What weighs more comes first: who cannot say whether the log has signed cannot say what is missing. */
const BY_WEIGHT = ['malformed', 'tampered', 'not-verifiable', 'incomplete'] as const;

export function outcomeOf(results: readonly CheckResult[]): Outcome {
  const failed = results.flatMap(({ result, code }) =>
    result === 'FAIL' && code !== null ? [kindOf({ code }).outcome] : [],
  );
  return BY_WEIGHT.find((outcome) => failed.includes(outcome)) ?? 'verified';
}
