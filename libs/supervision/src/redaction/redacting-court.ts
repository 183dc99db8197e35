import { clausesInForce, courtAt, postKindOf, sees } from '@liuhen/courts';
import {
  chinaDateOf,
  isRefusal,
  type Act,
  type CalendarDate,
  type DecidedDetails,
  type LawArticle,
  type Refusal,
} from '@liuhen/kernel';
import type { CourtFacts } from '../court-rules/court-facts';
import { REDACTION_POLICY, redactionPolicyOf, type RedactionPolicy } from '../court-rules/redaction-policy';
import type { TriedCase } from '../court-rules/tried-case';
import type { RedactionTarget } from './redaction-target';

/** What a decision must know beyond the case's own events. */
export interface RedactionFacts extends CourtFacts {
  /** Whether the engine can take anything away. */
  readonly erases: boolean;
  /** The event in question; `undefined` if there is none in the case, or none that whoever acts may read. */
  readonly target: RedactionTarget | undefined;
  /** A duty or an objection is open in the case, or a matter that names it. */
  readonly isUnderWay: boolean;
}

/** The court that hears the case, its rules, and whoever acts on it, on the day of the act. */
export interface RedactingCourt {
  readonly tried: TriedCase;
  readonly act: Act;
  readonly facts: RedactionFacts;
  /** Code. */
  readonly code: string;
  readonly on: CalendarDate;
  readonly rules: RedactionPolicy;
}

/** @returns a refusal where the court has no rules to go by. */
export function redactingCourt(tried: TriedCase, act: Act, facts: RedactionFacts): RedactingCourt | Refusal {
  const { courts, policies } = facts;
  const on = chinaDateOf(act.at);
  const code = tried.court.code ?? act.court;
  const courtId = courtAt(courts, code, on)?.id ?? code;
  const rules = redactionPolicyOf(clausesInForce(policies, courts, REDACTION_POLICY, courtId, on));
  return isRefusal(rules) ? rules : { tried, act, facts, code, on, rules };
}

/** Whether who acts leads the court that hears the case, or one above it; from one below, nobody leads it. */
export function leadsFrom({ act, facts, code, on }: RedactingCourt): 'same' | 'above' | undefined {
  const kind = facts.posts.get(act.actor.post)?.kind ?? '';
  if (postKindOf(kind)?.party !== 'courtLeaders' || !sees(facts.courts, act.court, code, on))
    return undefined;
  return sees(facts.courts, code, act.court, on) ? 'same' : 'above';
}

/** What is said of an event's content is kept as the event is, and rests on the law and on the rules. */
export const recorded = (
  { act, rules: { archive, bases } }: RedactingCourt,
  { secrecy }: RedactionTarget,
  law: LawArticle,
): DecidedDetails => ({ secrecy, basis: [law, bases.basis, archive.basis, ...act.basis] });
