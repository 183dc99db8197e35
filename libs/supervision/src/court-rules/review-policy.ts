import { isRefusal, type PolicyClause, type Refusal } from '@liuhen/kernel';
import { wholeNumbers } from './clause-shape';
import { policyMissing } from './court-rules.refusals';
import { policyKind, readClauses, type Clauses, type Ruled, type RuledBy } from './policy-shape';
import {
  fallbackShape,
  isAbout,
  REVIEW_LEVELS,
  scopeShape,
  type ReviewedDocument,
  type ReviewLevel,
  type ScopeContent,
} from './review-scope';

export { REVIEW_LEVELS, type ReviewedDocument, type ReviewLevel } from './review-scope';

export const REVIEW_POLICY = 'pre-issue-review';
const TITLE = '案件阅核规则';

const DEFINITIONS = {
  otherwise: { clause: 'scope-default', label: '其他文书', shape: fallbackShape },
  limits: {
    clause: 'limits',
    label: '阅核期限',
    shape: wholeNumbers({
      levelWorkingDays: { label: '每一层级的工作日数', min: 1 },
      fourTypeWorkingDays: { label: '四类案件每一层级的工作日数', min: 1 },
      urgentWorkingDays: { label: '紧急文书每一层级的工作日数', min: 1 },
      totalWorkingDays: { label: '全程的工作日数', min: 1 },
      daysBeforeTrialLimit: { label: '应早于审限届满的日数', min: 0 },
    }),
  },
  rounds: {
    clause: 'rounds',
    label: '复议次数',
    shape: wholeNumbers({
      max: { label: '建议复议的次数', min: 1 },
      fourTypeMax: { label: '四类案件建议复议的次数', min: 1 },
    }),
  },
  panelLimits: {
    clause: 'panel-limits',
    label: '审判组织的期限',
    shape: wholeNumbers({
      correctionWorkingDays: { label: '补正的工作日数', min: 1 },
      reconsiderationWorkingDays: { label: '复议的工作日数', min: 1 },
      conformingWorkingDays: { label: '按决定制作文书的工作日数', min: 1 },
    }),
  },
  offline: {
    clause: 'offline',
    label: '补录的确认',
    shape: wholeNumbers({ confirmWorkingDays: { label: '确认的工作日数', min: 1 } }),
  },
  objection: {
    clause: 'objection',
    label: '异议的答复',
    shape: wholeNumbers({ answerWorkingDays: { label: '答复的工作日数', min: 1 } }),
  },
  issueMinimum: {
    clause: 'issue-minimum',
    label: '问题的最少字数',
    shape: wholeNumbers({ issueTextMin: { label: '字数', min: 1 } }),
  },
};

/** A clause on who reviews which documents. */
export type ReviewScope = Ruled<ScopeContent>;

/** 案件阅核规则 as it binds a court on a day; terms in working days, each with the clause that it rests on. */
export interface ReviewPolicy extends RuledBy<typeof DEFINITIONS> {
  readonly scopes: readonly ReviewScope[];
}

/** @returns Refusal `policy-missing` where a clause is not there or not readable */
export function reviewPolicyOf(clauses: Clauses): ReviewPolicy | Refusal {
  const ruled = readClauses(TITLE, DEFINITIONS, clauses);
  if (isRefusal(ruled)) return ruled;
  const scopes = [...clauses].filter(([clause]) => isScope(clause)).toSorted(byNumber);
  const read = scopes.map(([clause, { basis, content }]) => {
    const scope = scopeShape(content).content;
    return scope ? { ...scope, basis } : policyMissing(TITLE, `可以辨认的“阅核范围”（${clause}）`);
  });
  return (
    read.find(isRefusal) ?? { ...ruled, scopes: read.flatMap((scope) => (isRefusal(scope) ? [] : [scope])) }
  );
}

export const reviewPolicyKind = policyKind(REVIEW_POLICY, TITLE, DEFINITIONS, (clause) =>
  isScope(clause) ? scopeShape : undefined,
);

/** A level that a document needs, and the clauses that ask for it. */
export interface RequiredLevel {
  readonly level: ReviewLevel;
  readonly basis: readonly PolicyClause[];
}

export interface RequiredReview {
  /** Lowest first; none where no review is needed. */
  readonly levels: readonly RequiredLevel[];
  /** All clauses that are about the document, also those that ask for no level. */
  readonly basis: readonly PolicyClause[];
}

/** Who reviews the document: all levels of all clauses that are about it; where none is, those of the last resort. */
export function levelsFor({ scopes, otherwise }: ReviewPolicy, document: ReviewedDocument): RequiredReview {
  const about = scopes.filter(({ when }) => isAbout(when, document));
  const applied: readonly Ruled<Pick<ScopeContent, 'levels'>>[] = about.length > 0 ? about : [otherwise];
  const basisOf = (level: ReviewLevel): readonly PolicyClause[] =>
    applied.flatMap(({ levels, basis }) => (levels.includes(level) ? [basis] : []));
  return {
    levels: LOWEST_FIRST.map((level) => ({ level, basis: basisOf(level) })).filter(
      ({ basis }) => basis.length > 0,
    ),
    basis: applied.map(({ basis }) => basis),
  };
}

const LOWEST_FIRST = Object.keys(REVIEW_LEVELS) as readonly ReviewLevel[];

const SCOPE = /^scope-(\d+)$/;

const isScope = (clause: string): boolean => SCOPE.test(clause);

const byNumber = ([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number =>
  numberOf(a) - numberOf(b);

const numberOf = (clause: string): number => Number(SCOPE.exec(clause)?.[1]);
