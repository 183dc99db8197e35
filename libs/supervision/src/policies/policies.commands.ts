import type { AdoptedClause, PolicyCommand } from '@liuhen/courts';
import type { AdoptPolicyBody, ClauseBody } from './policies.bodies';
import { refuse } from './policies.refusals';

/** @param court id of the court that adopts it. @throws Refusal */
export const adoptPolicy = (body: AdoptPolicyBody, court: string): PolicyCommand => ({
  type: 'AdoptPolicy',
  data: {
    policy: body.policy,
    version: body.version,
    court,
    title: body.title,
    from: body.from,
    until: body.until ?? null,
    clauses: clausesOf(body.clauses),
    source: {
      document: body.source.document ?? null,
      note: body.source.note,
      confirmed: body.source.confirmed,
    },
  },
});

/** By id. @throws Refusal `policy-clause-repeated` */
export function clausesOf(bodies: readonly ClauseBody[]): Readonly<Record<string, AdoptedClause>> {
  const repeated = bodies.findIndex(({ clause }, n) =>
    bodies.some((one, m) => m < n && one.clause === clause),
  );
  if (repeated !== -1) throw refuse('policy-clause-repeated', `clauses[${String(repeated)}].clause`);
  return Object.fromEntries(bodies.map(({ clause, text, content }) => [clause, { text, content }]));
}
