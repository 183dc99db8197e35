import { daysAfter } from '@liuhen/courts';
import { isRefusal, type CalendarDate, type Message } from '@liuhen/kernel';
import { charged, dueOn } from '../matter-rules/charges';
import { specificRuleOf } from '../matter-rules/instrument-policy';
import { reportsClause } from '../matter-rules/listed-supervision-clause';
import type { Matter } from '../matter-rules/matter';
import type { MatterCourt } from '../matter-rules/matter-court';
import { fulfilling, step, type MatterDecision } from '../matter-rules/matter-step';
import { owedOf } from '../matter-rules/owed';
import type { MatterStep } from '../supervision-matter/supervision-matter.events';
import type { FiledReport } from './listed-supervision.events';

export type FileReportCommand = Message<'FilePeriodicReport', Omit<FiledReport, keyof MatterStep | 'nth'>>;

/** 旬报: the one that is owed; the next is owed in its turn. @param filed how many there are in this round */
export function fileReport(
  given: FileReportCommand['data'],
  matter: Matter,
  filed: number,
  court: MatterCourt,
): MatterDecision {
  const owed = owedOf(court, matter, 'periodicReport');
  if (isRefusal(owed)) return owed;
  const rules = specificRuleOf(reportsClause, court.rules.clauses);
  if (isRefusal(rules)) return rules;
  const due = dueOn(nextDay(owed.due ?? court.on, rules.everyDays, court.on));
  const charges = charged(court, matter, [{ kind: owed.kind, holder: owed.holder, due }]);
  const data = { ...given, ...fulfilling(matter, owed.duty), charges, nth: filed + 1 };
  return [step({ type: 'PeriodicReportFiled', data }, court, rules.basis)];
}

/** The days run on from the plan, however early or late a report is: the next of them that is still to come. */
const nextDay = (due: CalendarDate, everyDays: number, on: CalendarDate): CalendarDate => {
  const next = daysAfter(due, everyDays);
  return next > on ? next : nextDay(next, everyDays, on);
};
