import type { CalendarDate } from '@liuhen/kernel';
import type { WorkingCalendar } from './working-calendar';
import { workingYear, type WorkingYear } from './working-year';

export interface CountedDay {
  readonly date: CalendarDate;
  /** The count left the announced days, so that holidays still to be announced may move it. */
  readonly provisional: boolean;
}

/**
 * The day that is so many working days after the given one, which itself does not count (民事诉讼法 第八十五条: 期间开始的
 * 时和日，不计算在期间内); before it, if `days` is negative; the day itself, if 0. Throws for what is no date or no whole
 * number.
 */
export function addWorkingDays(calendar: WorkingCalendar, from: CalendarDate, days: number): CountedDay {
  if (!Number.isSafeInteger(days)) throw new RangeError(`no whole number of days: ${days}`);
  const date = days === 0 ? from : workingDayAt(calendar, yearOf(from), placeOf(calendar, from, days));
  return { date, provisional: !isAnnounced(calendar, from) || !isAnnounced(calendar, date) };
}

/** How many working days come after the one day until the other, which counts; negative where it is the earlier. */
export function workingDaysBetween(
  calendar: WorkingCalendar,
  after: CalendarDate,
  until: CalendarDate,
): number {
  if (until < after) return -workingDaysBetween(calendar, until, after);
  let count = upTo(calendar, until) - upTo(calendar, after);
  for (let year = yearOf(after); year < yearOf(until); year++)
    count += workingYear(calendar, year).workingDays.length;
  return count;
}

/** Where among the working days of its own year the day would be, were the year longer to both sides. */
const placeOf = (calendar: WorkingCalendar, from: CalendarDate, days: number): number =>
  days > 0 ? upTo(calendar, from) + days - 1 : before(calendar, from) + days;

function workingDayAt(calendar: WorkingCalendar, fromYear: number, place: number): CalendarDate {
  let year = fromYear;
  let left = place;
  while (left < 0) left += workingYear(calendar, --year).workingDays.length;
  for (;;) {
    const { workingDays } = workingYear(calendar, year);
    const date = workingDays[left];
    if (date !== undefined) return date;
    left -= workingDays.length;
    year++;
  }
}

const before = (calendar: WorkingCalendar, date: CalendarDate): number =>
  beforeIn(workingYear(calendar, yearOf(date)), date);

function upTo(calendar: WorkingCalendar, date: CalendarDate): number {
  const year = workingYear(calendar, yearOf(date));
  const count = beforeIn(year, date);
  return year.workingDays[count] === date ? count + 1 : count;
}

function beforeIn({ before: counts }: WorkingYear, date: CalendarDate): number {
  const count = counts.get(date);
  if (count === undefined) throw new RangeError(`no date: ${date}`);
  return count;
}

const yearOf = (date: CalendarDate): number => Number(date.slice(0, 4));

const isAnnounced = ({ announcedFrom, announcedUntil }: WorkingCalendar, date: CalendarDate): boolean =>
  (announcedFrom === undefined || announcedFrom <= date) && date <= announcedUntil;
