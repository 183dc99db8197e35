import { isRefusal, type DutyHolder, type DutyTerms, type Message, type Refusal } from '@liuhen/kernel';
import { mayAnswerFor } from '../court-rules/charge';
import { charged, dueIn } from '../matter-rules/charges';
import { instrumentRulesOf } from '../matter-rules/instrument-policy';
import type { Instrument } from '../matter-rules/instruments';
import type { Matter } from '../matter-rules/matter';
import type { MatterCourt } from '../matter-rules/matter-court';
import { fulfilling, step, type MatterDecision } from '../matter-rules/matter-step';
import { isAimedAt } from '../matter-rules/owed';
import { mayIssueTo } from '../matter-rules/routes';
import { STEPS } from '../matter-rules/steps';
import { refuse } from './supervision-matter.refusals';

export type EscalateCommand = Message<'EscalateMatter', { readonly to: Instrument; readonly reason: string }>;

/** 升级: what this instrument did not bring about is left to the next, for somebody to draft who may issue it. */
export function escalate(
  { to, reason }: EscalateCommand['data'],
  matter: Matter,
  court: MatterCourt,
): MatterDecision {
  const refusal = refuseEscalation(to, matter, court);
  if (refusal) return refusal;
  const holder = drafterOf(to, matter, court);
  if (isRefusal(holder)) return holder;
  const { escalation } = court.rules.instrument;
  const { terms } = court.rules.common;
  const outcome = [...matter.open.values()].filter(({ kind }) => kind === 'matterOutcome');
  const others = [...matter.open.keys()].filter((duty) => !outcome.some((terms) => terms.duty === duty));
  const drafting = { kind: 'matterDrafting', holder, due: dueIn(court, terms.drafting) };
  const data = {
    ...fulfilling(matter, ...outcome.map(({ duty }) => duty)),
    drops: others.map((duty) => ({ duty, waiver: 'superseded' }) as const),
    charges: charged(court, matter, [drafting]),
    to,
    reason,
  };
  return [step({ type: 'MatterEscalated', data }, court, escalation.basis, terms.basis)];
}

function refuseEscalation(to: Instrument, matter: Matter, court: MatterCourt): Refusal | undefined {
  if (isAimedAt(matter, court.act.actor)) return refuse('matter-aimed-at-you');
  if (!mayAnswerFor(court, matter.issuer)) return refuse('matter-not-issuing-side');
  if (!court.rules.instrument.escalation.to.includes(to))
    return refuse('matter-escalation-not-foreseen', 'to');
  return [...matter.open.values()].some((terms) => givesCause(terms, court))
    ? undefined
    : refuse('matter-nothing-to-escalate');
}

/** Who issued the matter, or else who approved it: whom the rules let issue the next instrument to the same courts. */
function drafterOf(
  to: Instrument,
  { issuer, approver, content: { targets } }: Matter,
  court: MatterCourt,
): DutyHolder | Refusal {
  const rules = instrumentRulesOf(to, court.rules.clauses);
  if (isRefusal(rules)) return rules;
  const entitled = [issuer, approver].find((holder) =>
    targets.every((target) => mayIssueTo(court, rules, holder, target.court)),
  );
  return entitled ?? refuse('matter-issuer-not-entitled', 'to');
}

/** An answer that was examined, or something that those aimed at owe and did not do in time. */
const givesCause = ({ kind, due }: DutyTerms, { on }: MatterCourt): boolean =>
  kind === 'matterOutcome' ||
  ((kind === STEPS.reply.kind || kind === 'rectification') && due !== null && on > due);
