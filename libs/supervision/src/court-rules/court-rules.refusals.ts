import { Refusal, type RefusalTable } from '@liuhen/kernel';

export const courtRulesRefusals = {
  'policy-missing': { text: '本院和管理本院的法院都没有施行可以适用的规则' },
} satisfies RefusalTable;

/** A court cannot go by a rule, or by a clause of it, that nobody has laid down. */
export const policyMissing = (policy: string, clause: string): Refusal =>
  new Refusal('policy-missing', `${courtRulesRefusals['policy-missing'].text}：《${policy}》缺少${clause}`);
