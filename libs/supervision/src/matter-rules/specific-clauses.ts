import type { ClauseDefinition } from '../court-rules/policy-shape';

/** Clauses that a single act on matters goes by, beside those of every instrument. */
export const specificClauses: readonly ClauseDefinition<object>[] = [];
