import {
  clausesInForce,
  policyVersionNamed,
  type ClauseInForce,
  type CourtDirectory,
  type PolicyBook,
} from '@liuhen/courts';
import type { CalendarDate, JsonValue, PolicyClause } from '@liuhen/kernel';

/** A clause and how it reads. */
export interface Power extends PolicyClause {
  readonly text: string;
}

/**
 * What the rules in force say that a kind of post does, as far as a clause names it. That a clause names it only among
 * its conditions gives it nothing to do.
 *
 * @param policies names of the rules. @param courtId id of the court
 */
export function powersOf(
  kind: string,
  policies: readonly string[],
  { courts, policies: book }: { readonly courts: CourtDirectory; readonly policies: PolicyBook },
  courtId: string,
  on: CalendarDate,
): readonly Power[] {
  const clauses = policies.flatMap((policy) => [
    ...clausesInForce(book, courts, policy, courtId, on).values(),
  ]);
  return clauses.filter(({ content }) => names(content, kind)).map((clause) => worded(clause, book));
}

const CONDITIONS = 'when';

function names(content: JsonValue | undefined, kind: string): boolean {
  if (typeof content !== 'object' || content === null) return content === kind;
  return Object.entries(content).some(([name, value]) => name !== CONDITIONS && names(value, kind));
}

function worded({ basis }: ClauseInForce, book: PolicyBook): Power {
  const text = policyVersionNamed(book, basis.policy)?.clauses[basis.clause]?.text;
  return { ...basis, text: text ?? '' };
}
