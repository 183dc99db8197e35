import { parseCaseNumber } from '@liuhen/courts';
import type { Refusal } from '@liuhen/kernel';
import { dueIn } from '../matter-rules/charges';
import type { MatterCourt } from '../matter-rules/matter-court';
import { STEPS } from '../matter-rules/steps';
import type { MatterContent, MatterTarget } from './supervision-matter.events';
import { refuse } from './supervision-matter.refusals';

/** Whether the instrument may say this of these, by the rules of the court. */
export function refuseContent(content: MatterContent, court: MatterCourt): Refusal | undefined {
  return refuseTargets(content, court) ?? refuseDemands(content, court) ?? refuseDeadline(content, court);
}

function refuseTargets({ targets }: MatterContent, court: MatterCourt): Refusal | undefined {
  const { kinds, most } = court.rules.instrument.targets;
  if (targets.length > most || (targets.length > 1 && isAnswered(court)))
    return refuse('matter-targets-too-many', 'targets');
  for (const [place, target] of targets.entries()) {
    const field = `targets[${String(place)}]`;
    if (!kinds.includes(target.kind)) return refuse('matter-target-kind-not-foreseen', `${field}.kind`);
    const refusal = refuseTarget(target, field);
    if (refusal) return refusal;
    if (targets.slice(0, place).some((earlier) => isSame(earlier, target)))
      return refuse('matter-target-repeated', field);
  }
  return undefined;
}

/** What somebody has to sign for or to answer goes to one: its steps could not be told apart by target. */
const isAnswered = ({ rules: { instrument } }: MatterCourt): boolean =>
  instrument.steps.steps.some((step) => STEPS[step].by === 'responsible');

const isSame = (a: MatterTarget, b: MatterTarget): boolean =>
  (['kind', 'court', 'division', 'post', 'person', 'caseNumber', 'indicator'] as const).every(
    (field) => a[field] === b[field],
  );

/** The field that says what a target of the kind is. */
const NAMED_BY = {
  court: 'court',
  division: 'division',
  post: 'post',
  case: 'caseNumber',
  indicator: 'indicator',
} as const;

function refuseTarget(target: MatterTarget, field: string): Refusal | undefined {
  const named = NAMED_BY[target.kind];
  if (target[named] === null) return refuse('matter-target-incomplete', `${field}.${named}`);
  return target.caseNumber === null ? undefined : refuseCase(target.caseNumber, target.court, field);
}

function refuseCase(caseNumber: string, court: string, field: string): Refusal | undefined {
  const parsed = parseCaseNumber(caseNumber);
  if (!parsed.ok) return refuse('matter-case-number-invalid', `${field}.caseNumber`);
  const { court: numbered } = parsed.caseNumber;
  return 'code' in numbered && numbered.code !== court
    ? refuse('matter-case-elsewhere', `${field}.caseNumber`)
    : undefined;
}

function refuseDemands({ demands, targets }: MatterContent, court: MatterCourt): Refusal | undefined {
  if (!court.rules.instrument.targets.demands)
    return demands.length === 0 ? undefined : refuse('matter-demand-not-here', 'demands');
  if (demands.length === 0) return refuse('matter-demand-missing', 'demands');
  const isOnCase = targets.some(({ caseNumber }) => caseNumber !== null);
  const wrong = demands.findIndex(({ measure }) => (measure === null) === isOnCase);
  if (wrong === -1) return undefined;
  const field = `demands[${String(wrong)}].measure`;
  return refuse(isOnCase ? 'matter-case-measure-required' : 'matter-measure-without-case', field);
}

function refuseDeadline({ deadline }: MatterContent, court: MatterCourt): Refusal | undefined {
  const rules = court.rules.instrument.deadline;
  if (rules.given === 'none')
    return deadline === null ? undefined : refuse('matter-deadline-not-here', 'deadline');
  if (deadline === null) return refuse('matter-deadline-required', 'deadline');
  const [least, most] = [dueIn(court, rules.least).date, dueIn(court, rules.most).date];
  return deadline < least || deadline > most
    ? refuse('matter-deadline-out-of-bounds', 'deadline')
    : undefined;
}
