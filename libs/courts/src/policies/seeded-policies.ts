import demonstration from '../../seed/policies-demo.json';
import guizhou from '../../seed/policies-guizhou.json';
import type { PolicyCommand } from './policy.decider';
import { policyStream, type PolicyAdopted } from './policy.events';

export interface SeededPolicy {
  readonly version: string;
  readonly stream: string;
  readonly command: Extract<PolicyCommand, { type: 'AdoptPolicy' }>;
}

/** The compiler would give each rule the clauses of all; that they are clauses is what the decider makes sure of. */
const seeded = ({ policies }: { readonly policies: readonly unknown[] }): readonly SeededPolicy[] =>
  (policies as readonly PolicyAdopted['data'][]).map((data) => ({
    version: data.version,
    stream: policyStream(data.court, data.policy),
    command: { type: 'AdoptPolicy', data },
  }));

/** 贵州法院审判权责规则: defaults that hold for all courts of Guizhou until their own rules are entered. */
export const guizhouPolicies = seeded(guizhou);

/** 演示规则: what a court of its own might say otherwise; invented, and marked as such. */
export const demonstrationPolicies = seeded(demonstration);
