import type { JsonObject } from '@liuhen/kernel';
import type { CourtDirectory } from '../courts/court-directory';
import { valueOn } from '../timeline';
import type { PolicyAdopted } from './policy.events';
import { clausesInForce, type PolicyBook } from './policy-book';
import type { PolicyKind } from './policy-kind';

/** 地方补充: any rule may have the clause; it binds the courts beneath. Without it they may lay down their own. */
const CLAUSE = 'local-additions';

/** Whether the rule of the courts above lets a court have clauses of its own from the day on which they would begin. */
export function mayAddTo(
  { policy, court, from }: PolicyAdopted['data'],
  { courts, policies }: { readonly courts: CourtDirectory; readonly policies: PolicyBook },
): boolean {
  const superior = valueOn(courts.get(court)?.administrativeSuperior ?? [], from);
  if (superior === undefined) return true;
  return clausesInForce(policies, courts, policy, superior, from).get(CLAUSE)?.content.allowed !== false;
}

/** What a clause of a rule may say: the rule's own matter, but for the clause that all may have. */
export function checkClause(
  kind: PolicyKind | undefined,
  clause: string,
  content: JsonObject,
): string | undefined {
  if (clause !== CLAUSE) return kind?.check(clause, content);
  const isSwitch = typeof content.allowed === 'boolean' && Object.keys(content).length === 1;
  return isSwitch ? undefined : '“允许下级法院另作规定”（allowed）应为 true 或者 false';
}
