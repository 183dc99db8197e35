import { clausesInForce } from '@liuhen/courts';
import { isRefusal, type CalendarDate, type Refusal } from '@liuhen/kernel';
import { objectionsClause, rankingClause } from '../matter-rules/bulletin-clause';
import { dueIn } from '../matter-rules/charges';
import { MATTER_POLICY, specificRuleOf } from '../matter-rules/instrument-policy';
import type { MatterCourt } from '../matter-rules/matter-court';

type IssuingCourt = Pick<MatterCourt, 'facts' | 'courtId'>;

const clausesOn = ({ facts, courtId }: IssuingCourt, day: CalendarDate) =>
  clausesInForce(facts.policies, facts.courts, MATTER_POLICY, courtId, day);

/** Whether ranking is allowed on the day, and by which clause. */
export const rankingOn = (court: IssuingCourt, day: CalendarDate) =>
  specificRuleOf(rankingClause, clausesOn(court, day));

/** 异议期: its last day, by the rules of the day of issue, so that it does not move while it runs. */
export function objectionsUntil(court: IssuingCourt, issuedOn: CalendarDate): CalendarDate | Refusal {
  const rules = specificRuleOf(objectionsClause, clausesOn(court, issuedOn));
  return isRefusal(rules) ? rules : dueIn({ ...court, on: issuedOn }, rules.window).date;
}
