import { policyStream, withPolicyEvent } from '@liuhen/courts';
import type { JsonObject } from '@liuhen/kernel';
import { someHeader } from '@liuhen/kernel/testing';
import type { CourtFacts } from '../../court-rules/court-facts';
import { guizhouFacts } from '../../court-rules/testing/guizhou-facts';
import { MATTER_POLICY, MATTER_POLICY_TITLE } from '../instrument-policy';

/** The demonstration, where the intermediate court of 贵阳 has rules of its own from a day on that differ in these clauses. */
export function ruledBy(clauses: Readonly<Record<string, JsonObject>>, from = '2026-01-01'): CourtFacts {
  const facts = guizhouFacts();
  const [policy, court] = [MATTER_POLICY, '黔01'];
  const header = someHeader({ stream: policyStream(court, policy) });
  const adopted = {
    ...{ policy, court, version: `${policy}-黔01-${from}`, title: MATTER_POLICY_TITLE, from, until: null },
    clauses: Object.fromEntries(
      Object.entries(clauses).map(([clause, content]) => [clause, { text: clause, content }]),
    ),
    source: { document: null, note: '试验', confirmed: false },
  };
  return {
    ...facts,
    policies: withPolicyEvent(facts.policies, { type: 'PolicyAdopted', data: adopted, header }),
  };
}
