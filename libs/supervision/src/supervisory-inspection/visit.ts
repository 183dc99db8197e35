import { daysAfter } from '@liuhen/courts';
import { isRefusal, type Basis, type CalendarDate, type Message, type Refusal } from '@liuhen/kernel';
import { advance } from '../matter-rules/charges';
import { specificRuleOf } from '../matter-rules/instrument-policy';
import type { Matter } from '../matter-rules/matter';
import type { MatterCourt } from '../matter-rules/matter-court';
import { fulfilling, step, type MatterDecision } from '../matter-rules/matter-step';
import { owedStep } from '../matter-rules/owed';
import { inspectionClause } from '../matter-rules/supervisory-inspection-clause';
import type { ItemOwner, MatterStep } from '../supervision-matter/supervision-matter.events';
import type { PlannedInspection, VisitedSite } from './supervisory-inspection.events';
import { refuse } from './supervisory-inspection.refusals';
import { teamOf } from './team';

/** A plan or a visit as it is given: a post for one says by itself who. */
type Given<Done extends MatterStep> = Omit<Done, keyof MatterStep | 'team'> & {
  readonly team: readonly ItemOwner[];
};

export type PlanInspectionCommand = Message<'PlanInspection', Given<PlannedInspection>>;
export type RecordVisitCommand = Message<'RecordVisit', Given<VisitedSite>>;

/** 督导方案: who goes, when, how and to what. */
export function plan(
  given: PlanInspectionCommand['data'],
  matter: Matter,
  court: MatterCourt,
): MatterDecision {
  const stay = stayOf('inspectionPlan', given, matter, court);
  if (isRefusal(stay)) return stay;
  if (given.from < court.on) return refuse('inspection-period-past', 'from');
  const data = { ...given, ...stay.data };
  return [step({ type: 'InspectionPlanned', data }, court, ...stay.basis)];
}

/** 进驻: what was looked at and found, once it is over. @param planned the plan of the round, if the rules ask for one */
export function recordVisit(
  given: RecordVisitCommand['data'],
  matter: Matter,
  planned: Pick<PlannedInspection, 'from'> | null,
  court: MatterCourt,
): MatterDecision {
  const { from, until, findings } = given;
  const stay = stayOf('siteVisit', given, matter, court);
  if (isRefusal(stay)) return stay;
  if ([planned?.from, matter.issuedOn].some((day) => from < (day ?? from)))
    return refuse('inspection-visit-too-early', 'from');
  if (until > court.on) return refuse('inspection-visit-not-over', 'until');
  if (findings.length === 0) return refuse('inspection-finding-missing', 'findings');
  const data = { ...given, ...stay.data };
  return [step({ type: 'SiteVisited', data }, court, ...stay.basis)];
}

interface Stay {
  readonly data: MatterStep & Pick<VisitedSite, 'team'>;
  readonly basis: readonly Basis[];
}

/** What a plan and a visit have in common: who goes, being in their posts on its first day, and for how long. */
function stayOf(
  doing: 'inspectionPlan' | 'siteVisit',
  { from, until, team: named }: Pick<Given<VisitedSite>, 'from' | 'until' | 'team'>,
  matter: Matter,
  court: MatterCourt,
): Stay | Refusal {
  const owed = owedStep(court, matter, doing);
  if (isRefusal(owed)) return owed;
  const rules = specificRuleOf(inspectionClause, court.rules.clauses);
  if (isRefusal(rules)) return rules;
  const team = teamOf({ ...court, on: from }, matter, named, 'team');
  if (isRefusal(team)) return team;
  if (until < lastDay(from, rules.leastDays) || until > lastDay(from, rules.mostDays))
    return refuse('inspection-days-out-of-bounds', 'until');
  const data = { ...fulfilling(matter, owed.duty), charges: advance(court, matter, doing), team };
  const { steps, terms } = court.rules.instrument;
  return { data, basis: [steps.basis, terms.basis, rules.basis] };
}

/** Of so many days, the first included. */
const lastDay = (from: CalendarDate, days: number): CalendarDate => daysAfter(from, days - 1);
