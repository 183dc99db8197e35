import { isRefusal, type Message, type Refusal } from '@liuhen/kernel';
import { advance, charged, dueIn } from '../matter-rules/charges';
import { specificRuleOf } from '../matter-rules/instrument-policy';
import { reportsClause } from '../matter-rules/listed-supervision-clause';
import type { Matter } from '../matter-rules/matter';
import type { MatterCourt } from '../matter-rules/matter-court';
import { fulfilling, step, type MatterDecision } from '../matter-rules/matter-step';
import { owedStep } from '../matter-rules/owed';
import type { MatterStep } from '../supervision-matter/supervision-matter.events';
import type { SubmittedPlan } from './listed-supervision.events';
import { refuse } from './listed-supervision.refusals';

type GivenPlan = Omit<SubmittedPlan, keyof MatterStep>;

export type SubmitPlanCommand = Message<'SubmitClosingPlan', GivenPlan>;

/** 办结计划: by its closing day the answer is owed, and until then a report every so many days. */
export function submitPlan(given: GivenPlan, matter: Matter, court: MatterCourt): MatterDecision {
  const owed = owedStep(court, matter, 'plan');
  if (isRefusal(owed)) return owed;
  const rules = specificRuleOf(reportsClause, court.rules.clauses);
  if (isRefusal(rules)) return rules;
  const refusal = refuseSteps(given, court) ?? refuseClosing(given, matter, court);
  if (refusal) return refusal;
  const due = dueIn(court, { days: rules.everyDays });
  const reports = charged(court, matter, [{ kind: 'periodicReport', holder: owed.holder, due }]);
  const answers = advance(court, matter, 'plan', { due: given.closeBy });
  const data = { ...given, ...fulfilling(matter, owed.duty), charges: [...answers, ...reports] };
  const { steps, terms } = court.rules.instrument;
  return [step({ type: 'ClosingPlanSubmitted', data }, court, ...[steps.basis, terms.basis, rules.basis])];
}

function refuseSteps({ steps, closeBy }: GivenPlan, { on }: MatterCourt): Refusal | undefined {
  const days = steps.map(({ due }) => due);
  const [first] = days;
  if (first === undefined) return refuse('listing-steps-missing', 'steps');
  const early = days.findIndex((day, place) => day < (days[place - 1] ?? day));
  if (early !== -1) return refuse('listing-steps-out-of-order', `steps[${String(early)}].due`);
  if (first < on) return refuse('listing-step-past', 'steps[0].due');
  const late = days.findIndex((day) => day > closeBy);
  return late === -1 ? undefined : refuse('listing-step-after-closing', `steps[${String(late)}].due`);
}

/** By the day that the matter itself sets, or else by the term of the rules for its answer. */
function refuseClosing({ closeBy }: GivenPlan, { content }: Matter, court: MatterCourt): Refusal | undefined {
  const { reply } = court.rules.instrument.terms;
  const latest = content.deadline ?? (reply && dueIn(court, reply).date);
  return latest === undefined || closeBy <= latest
    ? undefined
    : refuse('listing-closing-too-late', 'closeBy');
}
