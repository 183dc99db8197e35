import { isRefusal, type Message, type Refusal } from '@liuhen/kernel';
import { mayAnswerFor } from '../court-rules/charge';
import { objectionsClause } from '../matter-rules/bulletin-clause';
import { specificRuleOf } from '../matter-rules/instrument-policy';
import { isOver } from '../matter-rules/instruments';
import type { Matter } from '../matter-rules/matter';
import type { MatterCourt } from '../matter-rules/matter-court';
import { fulfilling, step, type MatterDecision } from '../matter-rules/matter-step';
import { isAimedAt } from '../matter-rules/owed';
import type { Bulletin } from './bulletin';
import type { Correction } from './bulletin.events';
import { refuse } from './bulletin.refusals';
import { isDecimalText } from '../matter-rules/decimal-text';

interface GivenCorrections {
  readonly corrections: readonly Correction[];
  readonly reason: string;
}

export type CorrectBulletinCommand = Message<'CorrectBulletin', GivenCorrections>;

/** 更正: what an upheld objection asks for, or what the issuing side finds wrong by itself. */
export function correctBulletin(
  given: GivenCorrections,
  matter: Matter,
  bulletin: Bulletin,
  court: MatterCourt,
): MatterDecision {
  const refusal = refuseCorrector(matter, court) ?? refuseCorrections(given.corrections, bulletin);
  if (refusal) return refusal;
  const rules = specificRuleOf(objectionsClause, court.rules.clauses);
  if (isRefusal(rules)) return rules;
  const fulfils = [...bulletin.objections.values()].flatMap(({ status, figure, duty }) =>
    status === 'upheld' && duty !== null && isAmong(given.corrections, figure) ? [duty] : [],
  );
  const data = { ...given, ...fulfilling(matter, ...fulfils) };
  return [step({ type: 'BulletinCorrected', data }, court, rules.basis)];
}

function refuseCorrector(matter: Matter, court: MatterCourt): Refusal | undefined {
  if (isAimedAt(matter, court.act.actor)) return refuse('matter-aimed-at-you');
  if (!mayAnswerFor(court, matter.issuer)) return refuse('matter-not-issuing-side');
  if (matter.issuedOn === null) return refuse('bulletin-not-issued');
  return isOver(matter.stage) ? refuse('matter-step-not-open') : undefined;
}

function refuseCorrections(corrections: readonly Correction[], { figures }: Bulletin): Refusal | undefined {
  if (corrections.length === 0) return refuse('bulletin-corrections-missing', 'corrections');
  for (const [place, { figure, was, now }] of corrections.entries()) {
    const field = `corrections[${String(place)}]`;
    const known = figures.get(figure);
    if (!known) return refuse('bulletin-figure-unknown', `${field}.figure`);
    if (isAmong(corrections.slice(0, place), figure))
      return refuse('bulletin-correction-repeated', `${field}.figure`);
    if (was !== known.value) return refuse('bulletin-value-differs', `${field}.was`);
    if (!isDecimalText(now)) return refuse('bulletin-value-not-decimal', `${field}.now`);
    if (now === was) return refuse('bulletin-correction-changes-nothing', `${field}.now`);
  }
  return undefined;
}

const isAmong = (corrections: readonly Correction[], figure: string): boolean =>
  corrections.some((correction) => correction.figure === figure);
