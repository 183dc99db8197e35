import {
  clausesInForce,
  courtAt,
  policyStream,
  policyVersionNamed,
  withPolicyEvent,
  type AdoptedClause,
  type CourtDirectory,
  type PolicyBook,
} from '@liuhen/courts';
import { isRefusal, type CalendarDate, type PolicyClause } from '@liuhen/kernel';
import {
  levelsFor,
  REVIEW_LEVELS,
  REVIEW_POLICY,
  reviewPolicyOf,
  type ReviewedDocument,
  type ReviewLevel,
  type ReviewPolicy,
} from '../court-rules/review-policy';

/** 草案: what a court might lay down in place of its own rule on reviews. */
export interface Draft {
  /** Id of the court. */
  readonly court: string;
  readonly clauses: Readonly<Record<string, AdoptedClause>>;
}

/** A document that was submitted, and the clauses that were gone by then. */
export interface SubmittedDocument extends ReviewedDocument {
  /** Code of the court. */
  readonly court: string;
  readonly submittedOn: CalendarDate;
  readonly clauses: readonly PolicyClause[];
}

/** What one document needed, and would have needed. */
export interface Comparison {
  readonly required: readonly ReviewLevel[];
  readonly drafted: readonly ReviewLevel[];
}

/** How a draft is tried; `undefined` where a court had no complete rule, or none was gone by. */
export type Trial = (document: SubmittedDocument) => Comparison | undefined;

/** The draft as if it had held all along, beside whatever the other courts laid down. */
export function trialOf(draft: Draft, courts: CourtDirectory, policies: PolicyBook): Trial {
  const drafted = withDraft(draft, policies);
  const known = new Map<string, ReviewPolicy | undefined>();
  const policyOf = (code: string, on: CalendarDate): ReviewPolicy | undefined => {
    const key = `${code} ${on}`;
    if (!known.has(key)) known.set(key, policyOn(drafted, courts, code, on));
    return known.get(key);
  };
  return (document) => {
    const policy = policyOf(document.court, document.submittedOn);
    if (!policy || document.clauses.length === 0) return undefined;
    return {
      required: levelsAskedBy(document.clauses, policies),
      drafted: levelsFor(policy, document).levels.map(({ level }) => level),
    };
  };
}

export const isSame = ({ required, drafted }: Comparison): boolean => required.join() === drafted.join();

/** The levels of the first that the second lacks. */
export const without = (
  levels: readonly ReviewLevel[],
  others: readonly ReviewLevel[],
): readonly ReviewLevel[] => levels.filter((level) => !others.includes(level));

function withDraft({ court, clauses }: Draft, policies: PolicyBook): PolicyBook {
  const stream = policyStream(court, REVIEW_POLICY);
  const others = new Map([...policies].filter(([name]) => name !== stream));
  const source = { document: null, note: '草案', confirmed: false };
  const data = {
    policy: REVIEW_POLICY,
    version: `${REVIEW_POLICY}-${court}-0000-00`,
    court,
    title: '草案',
    from: '0000-01-01',
    until: null,
    clauses,
    source,
  };
  return withPolicyEvent(others, { type: 'PolicyAdopted', data, header: { stream } });
}

function policyOn(
  policies: PolicyBook,
  courts: CourtDirectory,
  code: string,
  on: CalendarDate,
): ReviewPolicy | undefined {
  const court = courtAt(courts, code, on);
  if (!court) return undefined;
  const policy = reviewPolicyOf(clausesInForce(policies, courts, REVIEW_POLICY, court.id, on));
  return isRefusal(policy) ? undefined : policy;
}

function levelsAskedBy(clauses: readonly PolicyClause[], policies: PolicyBook): readonly ReviewLevel[] {
  const asked = clauses.flatMap(({ policy, clause }) => {
    const levels = policyVersionNamed(policies, policy)?.clauses[clause]?.content.levels;
    return Array.isArray(levels) ? (levels as readonly unknown[]) : [];
  });
  return LOWEST_FIRST.filter((level) => asked.includes(level));
}

const LOWEST_FIRST = Object.keys(REVIEW_LEVELS) as readonly ReviewLevel[];
