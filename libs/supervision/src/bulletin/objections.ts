import { isRefusal, type Message, type Refusal } from '@liuhen/kernel';
import { mayAnswerFor } from '../court-rules/charge';
import { objectionsClause } from '../matter-rules/bulletin-clause';
import { advance, charged, dueIn } from '../matter-rules/charges';
import { specificRuleOf } from '../matter-rules/instrument-policy';
import type { Matter } from '../matter-rules/matter';
import type { MatterCourt } from '../matter-rules/matter-court';
import { fulfilling, step, type MatterDecision } from '../matter-rules/matter-step';
import { owedOf, owedStep } from '../matter-rules/owed';
import { STEPS } from '../matter-rules/steps';
import type { MatterStep } from '../supervision-matter/supervision-matter.events';
import type { Bulletin } from './bulletin';
import { objectionsUntil } from './bulletin-rules';
import type { RaisedObjection } from './bulletin.events';
import { refuse } from './bulletin.refusals';

export type ObjectCommand = Message<'ObjectToFigure', Omit<RaisedObjection, keyof MatterStep | 'objection'>>;
export type AnswerObjectionCommand = Message<
  'AnswerFigureObjection',
  { readonly objection: string; readonly upheld: boolean; readonly reason: string }
>;
export type CloseWindowCommand = Message<'CloseObjectionWindow', Readonly<Record<string, never>>>;

/** 异议: by who answers for a court aimed at, on a figure of that court. */
export function object(
  given: ObjectCommand['data'],
  matter: Matter,
  bulletin: Bulletin,
  court: MatterCourt,
): MatterDecision {
  const refusal = refuseObjection(given, matter, bulletin, court);
  if (refusal) return refusal;
  const rules = specificRuleOf(objectionsClause, court.rules.clauses);
  if (isRefusal(rules)) return rules;
  const answer = { kind: 'figureObjection', holder: matter.issuer, due: dueIn(court, rules.answer) };
  const data = {
    ...given,
    ...fulfilling(matter),
    charges: charged(court, matter, [answer]),
    objection: String(bulletin.objections.size + 1),
  };
  return [step({ type: 'FigureObjected', data }, court, rules.basis)];
}

function refuseObjection(
  { figure: name }: ObjectCommand['data'],
  matter: Matter,
  { figures, objections }: Bulletin,
  court: MatterCourt,
): Refusal | undefined {
  if (![...matter.open.values()].some(({ kind }) => kind === STEPS.objection.kind))
    return refuse('bulletin-objection-not-open');
  const last = objectionsUntil(court, matter.issuedOn ?? court.on);
  if (isRefusal(last)) return last;
  if (court.on > last) return refuse('bulletin-objection-window-over');
  const figure = figures.get(name);
  if (!figure) return refuse('bulletin-figure-unknown', 'figure');
  const isTheirs = matter.content.targets.some(
    (target) => target.court === figure.court && mayAnswerFor(court, target.responsible),
  );
  if (!isTheirs) return refuse('bulletin-objection-not-yours', 'figure');
  return [...objections.values()].some((other) => other.figure === name && other.duty !== null)
    ? refuse('bulletin-figure-under-objection', 'figure')
    : undefined;
}

/** 答复异议: where it is right, a correction is owed. */
export function answerObjection(
  given: AnswerObjectionCommand['data'],
  matter: Matter,
  { objections }: Bulletin,
  court: MatterCourt,
): MatterDecision {
  const raised = objections.get(given.objection);
  if (!raised) return refuse('bulletin-objection-unknown', 'objection');
  const owed = owedOf(court, matter, 'figureObjection', raised.duty ?? '');
  if (isRefusal(owed)) return owed;
  const rules = specificRuleOf(objectionsClause, court.rules.clauses);
  if (isRefusal(rules)) return rules;
  const due = dueIn(court, rules.correction);
  const correction = given.upheld ? [{ kind: 'bulletinCorrection', holder: owed.holder, due }] : [];
  const data = { ...given, ...fulfilling(matter, owed.duty), charges: charged(court, matter, correction) };
  return [step({ type: 'FigureObjectionAnswered', data }, court, rules.basis)];
}

/** 异议期满处理: once nobody can object any more, and nothing that was objected to is owed. */
export function closeWindow(matter: Matter, { objections }: Bulletin, court: MatterCourt): MatterDecision {
  const owed = owedStep(court, matter, 'objection');
  if (isRefusal(owed)) return owed;
  const last = objectionsUntil(court, matter.issuedOn ?? court.on);
  if (isRefusal(last)) return last;
  if (court.on <= last) return refuse('bulletin-objection-window-running');
  const statuses = [...objections.values()].map(({ status }) => status);
  if (statuses.includes('open')) return refuse('bulletin-objection-unanswered');
  if (statuses.includes('upheld')) return refuse('bulletin-correction-owed');
  const data = { ...fulfilling(matter, owed.duty), charges: advance(court, matter, 'objection') };
  const { steps, terms } = court.rules.instrument;
  return [step({ type: 'ObjectionWindowClosed', data }, court, steps.basis, terms.basis)];
}
