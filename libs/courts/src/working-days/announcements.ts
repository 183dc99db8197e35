import { isCalendarDate, type CalendarDate } from '@liuhen/kernel';
import { dayAfter, isWeekend } from './days';
import type { WorkingCalendar } from './working-calendar';

/** What the State Council announced of one year. */
export interface YearAnnounced {
  readonly year: number;
  readonly notices: readonly { readonly title: string; readonly number: string | null }[];
  /** 放假: days other than weekends that are no working days. */
  readonly holidays: readonly { readonly name: string; readonly days: readonly CalendarDate[] }[];
  /** 调休上班: weekend days that are working days. */
  readonly makeUpDays: readonly CalendarDate[];
}

/** Years one after the other. */
export interface Announcements {
  readonly announcedUntil: CalendarDate;
  readonly years: readonly YearAnnounced[];
}

/** The calendar that the announcements make. Throws for announcements that cannot be right. */
export function calendarOf(announcements: Announcements): WorkingCalendar {
  const { announcedUntil, years } = announcements;
  const wrong = faultsOf(announcements);
  if (wrong.length > 0) throw new Error(`working days: ${wrong.join('; ')}`);
  const announcedFrom = `${years[0]?.year ?? ''}-01-01`;
  const workingDays = announcedWorkingDays(announcements, announcedFrom);
  return {
    announcedFrom,
    announcedUntil,
    isWorkingDay: (date) =>
      date < announcedFrom || date > announcedUntil ? !isWeekend(date) : workingDays.has(date),
  };
}

function announcedWorkingDays(
  { announcedUntil, years }: Announcements,
  announcedFrom: CalendarDate,
): ReadonlySet<CalendarDate> {
  const holidays = new Set(years.flatMap(holidaysOf));
  const working = new Set(years.flatMap(({ makeUpDays }) => makeUpDays));
  for (let date = announcedFrom; date <= announcedUntil; date = dayAfter(date))
    if (!isWeekend(date) && !holidays.has(date)) working.add(date);
  return working;
}

const holidaysOf = ({ holidays }: YearAnnounced): readonly CalendarDate[] =>
  holidays.flatMap(({ days }) => days);

function faultsOf({ announcedUntil, years }: Announcements): readonly string[] {
  const last = years.at(-1)?.year;
  return [
    ...(announcedUntil === `${last ?? ''}-12-31`
      ? []
      : [`announced until ${announcedUntil}, not the end of ${last ?? 'any year'}`]),
    ...years.flatMap(({ year }, index) =>
      index === 0 || year === (years[index - 1]?.year ?? 0) + 1
        ? []
        : [`${year} does not follow the year before it`],
    ),
    ...years.flatMap(faultsOfYear),
  ];
}

function faultsOfYear(announced: YearAnnounced): readonly string[] {
  const { year, notices, makeUpDays } = announced;
  const holidays = holidaysOf(announced);
  const dates = [...holidays, ...makeUpDays];
  const isOfYear = (date: CalendarDate) => isCalendarDate(date) && date.startsWith(`${year}-`);
  return [
    ...(notices.length > 0 ? [] : [`${year} has no notice`]),
    ...dates.filter((date) => !isOfYear(date)).map((date) => `${date} is no day of ${year}`),
    ...dates.filter((date, index) => dates.indexOf(date) < index).map((date) => `${date} is listed twice`),
    ...holidays.filter(isWeekend).map((date) => `holiday ${date} is a weekend day anyway`),
    ...makeUpDays.filter((date) => !isWeekend(date)).map((date) => `make-up day ${date} is no weekend day`),
  ];
}
