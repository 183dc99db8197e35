import { instantOf, type CalendarDate } from '@liuhen/kernel';

export const DAY_MS = 24 * 60 * 60 * 1000;

/** The calendar day after. Throws for what is no date. */
export const dayAfter = (date: CalendarDate): CalendarDate =>
  instantOf(Date.parse(date) + DAY_MS).slice(0, 10);

/** 休息日: Saturday or Sunday. */
export const isWeekend = (date: CalendarDate): boolean => new Date(date).getUTCDay() % 6 === 0;

/** The calendar day so many days before. */
export const daysBefore = (date: CalendarDate, days: number): CalendarDate =>
  instantOf(Date.parse(date) - days * DAY_MS).slice(0, 10);

/** The calendar day so many days after. */
export const daysAfter = (date: CalendarDate, days: number): CalendarDate => daysBefore(date, -days);
