import { isRefusal } from '@liuhen/kernel';
import { strayField, unreadable, wholeNumbers, type ClauseShape } from './clause-shape';
import { policyKind, readClauses, type Clauses } from './policy-shape';

export const READING_POLICY = 'reading-trace';
const TITLE = '查阅留痕规则';

/** 查阅目的. */
interface PurposeRule {
  /** What stands where the reader says nothing. */
  readonly preset: string;
  /** Whether the reader has to say it. */
  readonly required: boolean;
}

/** The same reading by the same person within so many minutes of its record is the same reading. */
interface RepeatRule {
  readonly minutes: number;
}

const LONGEST_PRESET = 100;

const purposeShape: ClauseShape<PurposeRule> = (content) => {
  const reason = strayField(content, ['preset', 'required']) ?? wrongPurpose(content);
  return reason === undefined ? { content: content as unknown as PurposeRule } : unreadable(reason);
};

const DEFINITIONS = {
  purpose: { clause: 'purpose', label: '查阅目的', shape: purposeShape },
  repeats: {
    clause: 'repeats',
    label: '重复查阅',
    shape: wholeNumbers({ minutes: { label: '视为同一次查阅的分钟数', min: 0 } }),
  },
};

/** 查阅留痕规则 as it binds a court on a day. */
export interface ReadingPolicy {
  readonly purpose: PurposeRule;
  readonly repeats: RepeatRule;
}

/** Reading goes on where no rule is known, or none that can be read; each is then recorded by itself. */
const WITHOUT_RULES: ReadingPolicy = {
  purpose: { preset: '履职查阅', required: false },
  repeats: { minutes: 0 },
};

export function readingPolicyOf(clauses: Clauses): ReadingPolicy {
  const ruled = readClauses(TITLE, DEFINITIONS, clauses);
  return isRefusal(ruled) ? WITHOUT_RULES : ruled;
}

export const readingPolicyKind = policyKind(READING_POLICY, TITLE, DEFINITIONS);

function wrongPurpose({ preset, required }: Parameters<ClauseShape<PurposeRule>>[0]): string | undefined {
  if (typeof preset !== 'string' || preset.trim() === '' || preset.length > LONGEST_PRESET)
    return `“默认目的”（preset）应为1至${LONGEST_PRESET}字`;
  return typeof required === 'boolean' ? undefined : '“须说明目的”（required）应为 true 或者 false';
}
