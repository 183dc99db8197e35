import type { JsonObject } from '@liuhen/kernel';

/** 规则种类: which rules there are, and what their clauses may say; given by the acts that go by them. */
export interface PolicyKind {
  /** Name of the rule, such as `pre-issue-review`. */
  readonly policy: string;
  /** Its Chinese name. */
  readonly title: string;
  /** Why the rule can have no such clause, in Chinese; `undefined` if it can. */
  readonly check: (clause: string, content: JsonObject) => string | undefined;
}
