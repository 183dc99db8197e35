import {
  chinaDateOf,
  epochMsOf,
  instantOf,
  startOfChinaDay,
  type CalendarDate,
  type DutyTerm,
  type DutyWarning,
  type Instant,
  type WarningRecipient,
  type WarningStep,
} from '@liuhen/kernel';
import { addWorkingDays, workingDaysBetween, type CountedDay } from './count-working-days';
import { DAY_MS, dayAfter } from './days';
import type { WorkingCalendar } from './working-calendar';

/** 预警阈值: when a duty's time gives cause to warn whom; content of a court's policy. */
export interface WarningThreshold {
  readonly step: WarningStep;
  readonly to: WarningRecipient;
  /** Of `used`: the share of the working days from opening to the due day, 1 to 99. */
  readonly percent?: number;
  /** Of `daysLeft`, working days before the due day; of `overdue`, working days after it, 0 for as soon as it is over. */
  readonly days?: number;
}

/**
 * By when a duty opened at the moment is owed, and who is warned when. What would have had to be said before the duty
 * opened, or a share of no time at all, is left out. Throws for a threshold without its number.
 */
export function dutyTerm(
  calendar: WorkingCalendar,
  thresholds: readonly WarningThreshold[],
  openedAt: Instant,
  due: CountedDay,
): DutyTerm {
  const warnings = thresholds
    .flatMap((threshold): readonly DutyWarning[] => {
      const at = momentOf(calendar, threshold, openedAt, due.date);
      return at === undefined || at < openedAt ? [] : [{ step: threshold.step, to: threshold.to, at }];
    })
    .sort((a, b) => epochMsOf(a.at) - epochMsOf(b.at));
  return { due: due.date, provisional: due.provisional, warnings };
}

function momentOf(
  calendar: WorkingCalendar,
  { step, percent, days }: WarningThreshold,
  openedAt: Instant,
  due: CalendarDate,
): Instant | undefined {
  switch (step) {
    case 'used':
      return shareUsed(calendar, openedAt, due, required(step, percent));
    case 'daysLeft':
      return startOfChinaDay(addWorkingDays(calendar, due, -required(step, days)).date);
    case 'overdue':
      return startOfChinaDay(dayAfter(addWorkingDays(calendar, due, required(step, days)).date));
  }
}

/** Working time runs through each working day after the one of opening, from midnight to midnight in China. */
function shareUsed(
  calendar: WorkingCalendar,
  openedAt: Instant,
  due: CalendarDate,
  percent: number,
): Instant | undefined {
  const opened = chinaDateOf(openedAt);
  const hundredths = workingDaysBetween(calendar, opened, due) * percent;
  if (hundredths === 0) return undefined;
  const { date } = addWorkingDays(calendar, opened, Math.floor(hundredths / 100) + 1);
  return instantOf(epochMsOf(startOfChinaDay(date)) + ((hundredths % 100) * DAY_MS) / 100);
}

function required(step: WarningStep, value: number | undefined): number {
  if (value === undefined) throw new Error(`a warning of step ${step} lacks its number`);
  return value;
}
