import {
  chinaDateOf,
  epochMsOf,
  instantOf,
  isCalendarDate,
  startOfChinaDay,
  type CalendarDate,
  type Instant,
} from '@liuhen/kernel';

/** A moment as users give it: an instant, or a day that counts to its end. */
export type Moment = Instant | CalendarDate;

const DAY_MS = 24 * 60 * 60 * 1000;

/** The first moment after a day in China. */
export const endOfChinaDay = (date: CalendarDate): Instant =>
  instantOf(epochMsOf(startOfChinaDay(date)) + DAY_MS);

/** The first instant after the moment. */
export const after = (moment: Moment): Instant =>
  isCalendarDate(moment) ? endOfChinaDay(moment) : instantOf(epochMsOf(moment) + 1);

/** The day in China on which the moment is. */
export const dayOf = (moment: Moment): CalendarDate =>
  isCalendarDate(moment) ? moment : chinaDateOf(moment);

/** Days from one day to another; negative if it is before. */
export const daysFrom = (start: CalendarDate, end: CalendarDate): number =>
  (epochMsOf(startOfChinaDay(end)) - epochMsOf(startOfChinaDay(start))) / DAY_MS;
