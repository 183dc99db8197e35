import { instantOf, type CalendarDate } from '@liuhen/kernel';
import fc from 'fast-check';
import { chinaCalendar } from './china-calendar';
import { addWorkingDays, workingDaysBetween } from './count-working-days';
import { DAY_MS, dayAfter, isWeekend } from './days';

const { announcedFrom = '', announcedUntil } = chinaCalendar;

/** From before the first announced year until after the last one. */
const date: fc.Arbitrary<CalendarDate> = fc
  .integer({ min: Date.parse('2006-01-01') / DAY_MS, max: Date.parse('2031-12-31') / DAY_MS })
  .map((day) => instantOf(day * DAY_MS).slice(0, 10));
const count = fc.integer({ min: 1, max: 400 });
const plus = (from: CalendarDate, days: number) => addWorkingDays(chinaCalendar, from, days);

/** Day by day, as one would count on a paper calendar. */
function walked(from: CalendarDate, days: number): CalendarDate {
  let day = from;
  for (let left = days; left > 0;) {
    day = dayAfter(day);
    if (chinaCalendar.isWorkingDay(day)) left--;
  }
  return day;
}

describe('counting working days', () => {
  it('comes to where counting them one by one comes', () => {
    fc.assert(fc.property(date, count, (from, days) => plus(from, days).date === walked(from, days)));
  });

  it('comes to a working day, later than where it began', () => {
    fc.assert(
      fc.property(date, count, (from, days) => {
        const { date: to } = plus(from, days);
        expect([chinaCalendar.isWorkingDay(to), to > from]).toEqual([true, true]);
        const { date: back } = plus(from, -days);
        expect([chinaCalendar.isWorkingDay(back), back < from]).toEqual([true, true]);
      }),
    );
  });

  it('goes further the more days there are, and never back the later it begins', () => {
    fc.assert(
      fc.property(date, date, count, (one, other, days) => {
        const [first = '', second = ''] = [one, other].sort();
        expect(plus(first, days).date <= plus(second, days).date).toBe(true);
        expect(plus(first, days).date < plus(first, days + 1).date).toBe(true);
      }),
    );
  });

  it('adds up', () => {
    fc.assert(
      fc.property(
        date,
        count,
        count,
        (from, a, b) => plus(plus(from, a).date, b).date === plus(from, a + b).date,
      ),
    );
  });

  it('is what counting back undoes from a working day', () => {
    fc.assert(
      fc.property(date, count, (from, days) => {
        const start = plus(from, 1).date;
        expect(plus(plus(start, days).date, -days).date).toBe(start);
      }),
    );
  });

  it('is the inverse of how many there are between', () => {
    fc.assert(
      fc.property(date, date, count, (from, to, days) => {
        const between = (after: CalendarDate, until: CalendarDate) =>
          workingDaysBetween(chinaCalendar, after, until);
        expect(between(from, plus(from, days).date)).toBe(days);
        expect(between(from, to) + between(to, from)).toBe(0);
      }),
    );
  });

  it('is provisional exactly when it leaves what is announced', () => {
    fc.assert(
      fc.property(date, fc.integer({ min: -400, max: 400 }), (from, days) => {
        const { date: to, provisional } = plus(from, days);
        const isKnown = (day: CalendarDate) => day >= announcedFrom && day <= announcedUntil;
        expect(provisional).toBe(!(isKnown(from) && isKnown(to)));
      }),
    );
  });

  it('knows only weekends beyond what is announced', () => {
    fc.assert(
      fc.property(date, (day) => {
        fc.pre(day > announcedUntil || day < announcedFrom);
        expect(chinaCalendar.isWorkingDay(day)).toBe(!isWeekend(day));
      }),
    );
  });
});
