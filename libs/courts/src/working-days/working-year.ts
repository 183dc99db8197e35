import type { CalendarDate } from '@liuhen/kernel';
import { dayAfter } from './days';
import type { WorkingCalendar } from './working-calendar';

/** A year of a calendar, counted once. */
export interface WorkingYear {
  readonly workingDays: readonly CalendarDate[];
  /** How many working days of the year come before each of its days. */
  readonly before: ReadonlyMap<CalendarDate, number>;
}

const counted = new WeakMap<WorkingCalendar, Map<number, WorkingYear>>();

/** The year as the calendar has it; the calendar must not change. Throws for a year before 0 or after 9999. */
export function workingYear(calendar: WorkingCalendar, year: number): WorkingYear {
  const years = counted.get(calendar) ?? new Map<number, WorkingYear>();
  const known = years.get(year);
  if (known) return known;
  const added = countYear(calendar, String(year).padStart(4, '0'));
  counted.set(calendar, years.set(year, added));
  return added;
}

function countYear(calendar: WorkingCalendar, year: string): WorkingYear {
  const workingDays: CalendarDate[] = [];
  const before = new Map<CalendarDate, number>();
  for (let date = `${year}-01-01`; date.startsWith(year); date = dayAfter(date)) {
    before.set(date, workingDays.length);
    if (calendar.isWorkingDay(date)) workingDays.push(date);
  }
  return { workingDays, before };
}
