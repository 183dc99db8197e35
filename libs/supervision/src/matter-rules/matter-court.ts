import { clausesInForce, courtAt, type WarningThreshold } from '@liuhen/courts';
import { chinaDateOf, isRefusal, type Act, type CalendarDate, type Refusal } from '@liuhen/kernel';
import type { CourtFacts } from '../court-rules/court-facts';
import type { Clauses } from '../court-rules/policy-shape';
import { WARNING_POLICY, warningThresholdsOf } from '../court-rules/warning-policy';
import {
  commonMatterRulesOf,
  instrumentRulesOf,
  MATTER_POLICY,
  type CommonMatterRules,
  type InstrumentRules,
} from './instrument-policy';
import type { Instrument } from './instruments';

/** The rules of the issuing court on the day of an act. */
export interface MatterRules {
  readonly instrument: InstrumentRules;
  readonly common: CommonMatterRules;
  readonly thresholds: readonly WarningThreshold[];
  /** All clauses on matters, for those that a single act knows; see `specificRuleOf`. */
  readonly clauses: Clauses;
}

/** The court that issues a matter, as it is on the day of an act. */
export interface MatterCourt {
  readonly act: Act;
  readonly on: CalendarDate;
  readonly facts: CourtFacts;
  readonly courtId: string;
  readonly code: string;
  readonly rules: MatterRules;
}

/** @param code of the issuing court @returns a refusal where it has no rules to go by. */
export function matterCourt(
  instrument: Instrument,
  code: string,
  act: Act,
  facts: CourtFacts,
): MatterCourt | Refusal {
  const on = chinaDateOf(act.at);
  const courtId = courtAt(facts.courts, code, on)?.id ?? code;
  const clausesOf = (policy: string) => clausesInForce(facts.policies, facts.courts, policy, courtId, on);
  const clauses = clausesOf(MATTER_POLICY);
  const rules = instrumentRulesOf(instrument, clauses);
  if (isRefusal(rules)) return rules;
  const common = commonMatterRulesOf(clauses);
  if (isRefusal(common)) return common;
  const warnings = warningThresholdsOf(clausesOf(WARNING_POLICY));
  if (isRefusal(warnings)) return warnings;
  const { thresholds } = warnings;
  return { act, on, facts, courtId, code, rules: { instrument: rules, common, thresholds, clauses } };
}
