import { daysAfter } from '@liuhen/courts';
import { isRefusal, type Message } from '@liuhen/kernel';
import { advance } from '../matter-rules/charges';
import { specificRuleOf } from '../matter-rules/instrument-policy';
import type { Matter } from '../matter-rules/matter';
import type { MatterCourt } from '../matter-rules/matter-court';
import { fulfilling, step, type MatterDecision } from '../matter-rules/matter-step';
import { owedStep } from '../matter-rules/owed';
import { assignItems, type GivenItem } from '../matter-rules/rectification';
import { inspectionClause, type InspectionRules } from '../matter-rules/supervisory-inspection-clause';
import type { MatterStep } from '../supervision-matter/supervision-matter.events';
import { screenedIn, type GivenProblems } from '../matter-rules/screened-items';
import type { InspectionFeedback, VisitedSite } from './supervisory-inspection.events';
import { refuse } from './supervisory-inspection.refusals';

export type GiveFeedbackCommand = Message<
  'GiveFeedback',
  Omit<InspectionFeedback, keyof MatterStep | 'screened'> & GivenProblems
>;

/** 反馈会: the court is told what was found, and what to put right by when. @param visit of the round */
export function giveFeedback(
  { items, screenedReason, ...given }: GiveFeedbackCommand['data'],
  matter: Matter,
  visit: Pick<VisitedSite, 'until'> | null,
  court: MatterCourt,
): MatterDecision {
  const owed = owedStep(court, matter, 'feedback');
  if (isRefusal(owed)) return owed;
  const rules = specificRuleOf(inspectionClause, court.rules.clauses);
  if (isRefusal(rules)) return rules;
  const { heldOn } = given;
  if (heldOn > court.on) return refuse('inspection-not-held-yet', 'heldOn');
  if (visit && heldOn < visit.until) return refuse('inspection-feedback-before-visit-ends', 'heldOn');
  const wrong = items.findIndex((item) => !isWithinBounds(item, heldOn, rules));
  if (wrong !== -1) return refuse('inspection-item-due-out-of-bounds', `items[${String(wrong)}].due`);
  const screened = screenedIn(court, matter, { items, screenedReason });
  if (isRefusal(screened)) return screened;
  const charges = advance(court, matter, 'feedback');
  const data = { ...given, ...fulfilling(matter, owed.duty), charges, ...screened };
  const basis = [court.rules.instrument.terms.basis, rules.basis];
  const told = step({ type: 'InspectionFeedbackGiven', data }, court, ...basis);
  const assigned = assignItems(court, matter, items);
  return assigned ? [told, assigned] : [told];
}

/** 整改期限, from the day of the feedback. */
const isWithinBounds = (
  { due }: GivenItem,
  heldOn: string,
  { leastItemDays, mostItemDays }: InspectionRules,
): boolean => due >= daysAfter(heldOn, leastItemDays) && due <= daysAfter(heldOn, mostItemDays);
