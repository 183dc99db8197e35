import type { CalendarDate } from '@liuhen/kernel';

/** 工作日历. */
export interface WorkingCalendar {
  /** The first day whose holidays it knows; absent where it reaches back as far as anybody asks. */
  readonly announcedFrom?: CalendarDate;
  /** The last day whose holidays are announced; beyond it only weekends are known. */
  readonly announcedUntil: CalendarDate;
  isWorkingDay(date: CalendarDate): boolean;
}
