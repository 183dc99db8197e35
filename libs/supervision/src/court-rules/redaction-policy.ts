import type { JsonValue, LawArticle, Refusal } from '@liuhen/kernel';
import { CASE_TYPES, type CaseType } from '../case/case-vocabulary';
import {
  isObject,
  strayField,
  unreadable,
  wholeNumbers,
  type ClauseShape,
  type NumberField,
} from './clause-shape';
import { policyKind, readClauses, type Clauses, type RuledBy } from './policy-shape';

export const REDACTION_POLICY = 'redaction';
const TITLE = '依法遮蔽规则';

/** Articles on which a redaction may rest. */
interface LegalBases {
  readonly laws: readonly LawArticle[];
}

const PARTS = { statute: '法律', version: '版本', article: '条文' } as const;

const basesShape: ClauseShape<LegalBases> = (content) => {
  const reason = strayField(content, ['laws']) ?? wrongLaws(content.laws);
  return reason === undefined ? { content: content as unknown as LegalBases } : unreadable(reason);
};

/** 保管期限: years for which a case's archive is kept, by type of case, from the year after it ended. */
const yearsByType = Object.fromEntries(
  Object.entries(CASE_TYPES).map(([type, name]) => [type, { label: `${name}案件档案的保管年数`, min: 0 }]),
) as Readonly<Record<CaseType, NumberField>>;

const DEFINITIONS = {
  archive: { clause: 'archive-period', label: '档案保管期限', shape: wholeNumbers(yearsByType) },
  bases: { clause: 'legal-bases', label: '可以据以遮蔽的法律依据', shape: basesShape },
};

/** 依法遮蔽规则 as it binds a court on a day. */
export type RedactionPolicy = RuledBy<typeof DEFINITIONS>;

/** @returns Refusal `policy-missing` where a clause is not there or not readable */
export const redactionPolicyOf = (clauses: Clauses): RedactionPolicy | Refusal =>
  readClauses(TITLE, DEFINITIONS, clauses);

export const redactionPolicyKind = policyKind(REDACTION_POLICY, TITLE, DEFINITIONS);

function wrongLaws(value: JsonValue | undefined): string | undefined {
  if (!Array.isArray(value) || value.length === 0) return '“法律依据”（laws）应为列表，至少一项';
  const laws: readonly JsonValue[] = value;
  const wrong = laws.findIndex((law) => !isLaw(law));
  return wrong === -1
    ? undefined
    : `第${wrong + 1}项法律依据有误：应有${Object.entries(PARTS)
        .map(([part, name]) => `${name}（${part}）`)
        .join('、')}`;
}

const isLaw = (value: JsonValue): boolean =>
  isObject(value) &&
  strayField(value, Object.keys(PARTS)) === undefined &&
  Object.keys(PARTS).every((part) => {
    const text = value[part];
    return typeof text === 'string' && text.trim() !== '';
  });
