import type { LawArticle, Refusal } from '@liuhen/kernel';
import type { RedactingCourt } from './redacting-court';
import type { RedactedFields } from './redaction.events';
import { refuse } from './redaction.refusals';
import type { RedactionTarget } from './redaction-target';
import type { RedactionsOfCase } from './proposals';

/** Whether the fields may go at all: of what is parties' own, and still there. */
export function refuseFields(target: RedactionTarget, fields: readonly string[]): Refusal | undefined {
  if (fields.some((field) => !Object.hasOwn(target.erasable, field)))
    return refuse('redaction-field-not-erasable', 'fields');
  return fields.some((field) => !Object.hasOwn(target.shown, field))
    ? refuse('redaction-field-withheld', 'fields')
    : undefined;
}

/** Whether now is the time: after the end of all that the fields may be needed for. */
export function refuseTime({ ended, holds }: RedactionsOfCase, court: RedactingCourt): Refusal | undefined {
  if (!ended) return refuse('redaction-case-open');
  if (court.facts.isUnderWay || holds.size > 0) return refuse('redaction-under-way');
  if (ended.on === null) return refuse('redaction-end-unknown');
  return yearOf(court.on) > yearOf(ended.on) + court.rules.archive[court.tried.caseType]
    ? undefined
    : refuse('redaction-archive-period');
}

const yearOf = (date: string): number => Number(date.slice(0, 4));

/** The article among those that suffice; the rules of the day of the act say which. */
export const sufficientLaw = (
  { rules }: RedactingCourt,
  { statute, article }: Pick<LawArticle, 'statute' | 'article'>,
): LawArticle | Refusal =>
  rules.bases.laws.find((law) => law.statute === statute && law.article === article) ??
  refuse('redaction-basis-insufficient', 'legalBasis');

/** A reason is kept for ever, so that it must not hold what is to be taken away. */
export function refuseReason(
  target: RedactionTarget,
  { fields, reason }: Pick<RedactedFields, 'fields' | 'reason'>,
): Refusal | undefined {
  const texts = fields.flatMap((field) => target.shown[field]?.texts ?? []);
  return texts.some((text) => text.length >= SHORTEST_TELLING && reason.includes(text))
    ? refuse('redaction-reason-tells', 'reason')
    : undefined;
}

/** One character tells nothing: a name has two. */
const SHORTEST_TELLING = 2;
