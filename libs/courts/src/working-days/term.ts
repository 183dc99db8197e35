import type { CalendarDate } from '@liuhen/kernel';
import { addWorkingDays, type CountedDay } from './count-working-days';
import { daysAfter } from './days';
import type { WorkingCalendar } from './working-calendar';

/** 期限, as rules give it: in working days, in calendar days, or in months. */
export type Term = { readonly workingDays: number } | { readonly days: number } | { readonly months: number };

/**
 * The last day of a term that begins on the day, which itself does not count. A month ends on the day of the same number,
 * or on its last day where it has none such (民事诉讼法 第八十五条; 民法典 第二百零二条). Calendar days and months are not moved by
 * holidays: these are terms of rules between courts, not of procedure.
 */
export function addTerm(calendar: WorkingCalendar, from: CalendarDate, term: Term): CountedDay {
  if ('workingDays' in term) return addWorkingDays(calendar, from, term.workingDays);
  return {
    date: 'days' in term ? daysAfter(from, term.days) : monthsAfter(from, term.months),
    provisional: false,
  };
}

function monthsAfter(date: CalendarDate, months: number): CalendarDate {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
  const lastDay = new Date(Date.UTC(year, month + months, 0));
  return lastDay.toISOString().slice(0, 8) + String(Math.min(day, lastDay.getUTCDate())).padStart(2, '0');
}
