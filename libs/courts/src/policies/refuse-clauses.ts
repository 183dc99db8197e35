import { Refusal } from '@liuhen/kernel';
import { checkClause } from './local-additions';
import type { AdoptedClause } from './policy.events';
import type { PolicyKind } from './policy-kind';
import { policyRefusals, refuse } from './policy.refusals';

/** Whether the rule may have these clauses: refused with every clause that says nothing, and why. */
export function refuseClauses(
  policy: string,
  clauses: Readonly<Record<string, AdoptedClause>>,
  kinds: readonly PolicyKind[],
): Refusal | undefined {
  const kind = kinds.find((each) => each.policy === policy);
  const refusals = Object.entries(clauses).flatMap((entry) => refuseClause(kind, ...entry) ?? []);
  const [first, ...also] = refusals;
  if (first) return new Refusal(first.code, first.message, { field: first.field, also });
  return Object.keys(clauses).length === 0 ? refuse('policy-without-clauses', 'clauses') : undefined;
}

function refuseClause(
  kind: PolicyKind | undefined,
  clause: string,
  { text, content }: AdoptedClause,
): Refusal | undefined {
  const field = `clauses.${clause}`;
  if (text.trim() === '') return refuse('policy-clause-without-text', `${field}.text`);
  const reason = checkClause(kind, clause, content);
  if (reason === undefined) return undefined;
  const code = 'policy-clause-invalid';
  return new Refusal(code, `${policyRefusals[code].text}：${clause} ${reason}`, { field });
}
