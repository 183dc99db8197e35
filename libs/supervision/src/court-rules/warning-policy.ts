import type { WarningThreshold } from '@liuhen/courts';
import {
  isRefusal,
  WARNING_RECIPIENTS,
  WARNING_STEPS,
  type JsonObject,
  type JsonValue,
  type Refusal,
} from '@liuhen/kernel';
import { isObject, isWholeNumber, strayField, unreadable, type ClauseShape } from './clause-shape';
import { policyKind, readClauses, type Clauses, type Ruled } from './policy-shape';

export const WARNING_POLICY = 'duty-warnings';
const TITLE = '责任预警规则';

interface Thresholds {
  readonly thresholds: readonly WarningThreshold[];
}

const thresholdsShape: ClauseShape<Thresholds> = (content) => {
  const reason = strayField(content, ['thresholds']) ?? wrongThresholds(content.thresholds);
  return reason === undefined ? { content: content as unknown as Thresholds } : unreadable(reason);
};

const DEFINITIONS = { warnings: { clause: 'thresholds', label: '预警阈值', shape: thresholdsShape } };

/** Who is warned when, and the clause that says so. @returns Refusal `policy-missing` where there is none */
export function warningThresholdsOf(clauses: Clauses): Ruled<Thresholds> | Refusal {
  const ruled = readClauses(TITLE, DEFINITIONS, clauses);
  return isRefusal(ruled) ? ruled : ruled.warnings;
}

export const warningPolicyKind = policyKind(WARNING_POLICY, TITLE, DEFINITIONS);

function wrongThresholds(value: JsonValue | undefined): string | undefined {
  if (!Array.isArray(value)) return '“预警阈值”（thresholds）应为列表';
  const thresholds: readonly JsonValue[] = value;
  const wrong = thresholds.findIndex((threshold) => !isThreshold(threshold));
  return wrong === -1
    ? undefined
    : `第${wrong + 1}项预警阈值有误：应有时点（step）、对象（to），以及已用百分比（percent，1至99）或者工作日数（days）`;
}

/** `used` goes by a percentage, the others by days. */
function isThreshold(value: JsonValue): boolean {
  if (!isObject(value) || !isWord(value.step, WARNING_STEPS) || !isWord(value.to, WARNING_RECIPIENTS))
    return false;
  const number = value.step === 'used' ? 'percent' : 'days';
  return strayField(value, ['step', 'to', number]) === undefined && isInRange(value, number);
}

const isInRange = (threshold: JsonObject, number: 'percent' | 'days'): boolean =>
  number === 'percent'
    ? isWholeNumber(threshold.percent, 1, 99)
    : isWholeNumber(threshold.days, threshold.step === 'daysLeft' ? 1 : 0);

const isWord = (value: JsonValue | undefined, words: object): boolean =>
  typeof value === 'string' && Object.hasOwn(words, value);
