import type { ClauseInForce, PolicyKind } from '@liuhen/courts';
import { isRefusal, type PolicyClause, type Refusal } from '@liuhen/kernel';
import type { ClauseShape } from './clause-shape';
import { policyMissing } from './court-rules.refusals';

/** The clauses of a rule that bind a court, by id; see `clausesInForce`. */
export type Clauses = ReadonlyMap<string, ClauseInForce>;

/** What a clause says, and which clause says it. */
export type Ruled<Content> = Content & { readonly basis: PolicyClause };

/** One clause that a rule must have. */
export interface ClauseDefinition<Content> {
  readonly clause: string;
  /** Its Chinese name. */
  readonly label: string;
  readonly shape: ClauseShape<Content>;
}

/** What a table of definitions says once it is read. */
export type RuledBy<Table> = {
  readonly [Name in keyof Table]: Table[Name] extends ClauseDefinition<infer Content>
    ? Ruled<Content>
    : never;
};

type DefinitionTable = Readonly<Record<string, ClauseDefinition<object>>>;

/** All clauses of the table. @returns Refusal `policy-missing` for the first that is not there or not readable */
export function readClauses<Table extends DefinitionTable>(
  policy: string,
  table: Table,
  clauses: Clauses,
): RuledBy<Table> | Refusal {
  const read = Object.entries(table).map(
    ([name, definition]) => [name, readClause(policy, definition, clauses)] as const,
  );
  const refusal = read.map(([, clause]) => clause).find(isRefusal);
  return refusal ?? (Object.fromEntries(read) as RuledBy<Table>);
}

function readClause<Content extends object>(
  policy: string,
  { clause, label, shape }: ClauseDefinition<Content>,
  clauses: Clauses,
): Ruled<Content> | Refusal {
  const found = clauses.get(clause);
  const content = found && shape(found.content).content;
  return found && content
    ? { ...content, basis: found.basis }
    : policyMissing(policy, `“${label}”（${clause}）`);
}

/** The kind of rule that has the clauses of the table, and those that `further` knows. */
export const policyKind = (
  policy: string,
  title: string,
  table: DefinitionTable,
  further: (clause: string) => ClauseShape<object> | undefined = () => undefined,
): PolicyKind => ({
  policy,
  title,
  check: (clause, content) => {
    const shape = Object.values(table).find((each) => each.clause === clause)?.shape ?? further(clause);
    if (!shape) return `不是《${title}》的条款`;
    const read = shape(content);
    return read.content === undefined ? read.reason : undefined;
  },
});
