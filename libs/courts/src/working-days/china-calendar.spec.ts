import { chinaDateOf } from '@liuhen/kernel';
import { addWorkingDays, workingDaysBetween } from './count-working-days';
import { chinaCalendar } from './china-calendar';

const plus = (from: string, days: number) => addWorkingDays(chinaCalendar, from, days);

describe('the working days of China', () => {
  it.each([
    ['2026-02-14', true, 'a Saturday made up for the Spring Festival'],
    ['2026-02-28', true, 'another one'],
    ['2026-10-10', true, 'a Saturday made up for the National Day'],
    ['2026-02-21', false, 'a Saturday'],
    ['2026-02-16', false, 'the eve of the Spring Festival'],
    ['2026-02-23', false, 'its last day off'],
    ['2026-02-24', true, 'the day after'],
    ['2020-01-31', false, 'the day by which the Spring Festival was extended'],
    ['2020-02-01', false, 'a Saturday that was to be worked before the extension'],
    ['2019-05-02', false, 'Labour Day as changed in March'],
    ['2018-12-29', true, 'a Saturday worked by the notice for the year after'],
    ['2015-09-04', false, 'the day after the seventieth anniversary of the victory'],
  ])('hold of %s that it is one: %s (%s)', (date, isWorking) => {
    expect(chinaCalendar.isWorkingDay(date)).toBe(isWorking);
  });

  it('number 248 in 2026', () => {
    expect(workingDaysBetween(chinaCalendar, '2025-12-31', '2026-12-31')).toBe(248);
  });

  it('are announced from 2008 to the end of 2026', () => {
    expect(chinaCalendar).toMatchObject({ announcedFrom: '2008-01-01', announcedUntil: '2026-12-31' });
  });

  it('go round the Spring Festival and over its made-up Saturdays', () => {
    expect(plus('2026-02-13', 1)).toEqual({ date: '2026-02-14', provisional: false });
    expect(plus('2026-02-13', 2)).toEqual({ date: '2026-02-24', provisional: false });
    expect(plus('2026-02-27', 2)).toEqual({ date: '2026-03-02', provisional: false });
    expect(plus('2026-02-24', -2)).toEqual({ date: '2026-02-13', provisional: false });
  });

  it('go over the end of a year', () => {
    expect(plus('2025-12-31', 1)).toEqual({ date: '2026-01-04', provisional: false });
    expect(plus('2026-01-04', -1)).toEqual({ date: '2025-12-31', provisional: false });
    // 7 left of 2024, the 248 of 2025, and 15 of 2026.
    expect(plus('2024-12-20', 270).date).toBe('2026-01-22');
  });

  it('are weekdays beyond what is announced, and provisional', () => {
    expect(plus('2026-12-30', 1)).toEqual({ date: '2026-12-31', provisional: false });
    expect(plus('2026-12-31', 1)).toEqual({ date: '2027-01-01', provisional: true });
    expect(plus('2027-01-01', 1)).toEqual({ date: '2027-01-04', provisional: true });
    expect(plus('2027-01-04', -5)).toEqual({ date: '2026-12-28', provisional: true });
    expect(plus('2007-12-31', 1)).toEqual({ date: '2008-01-02', provisional: true });
  });

  it('start from the day in China, also late in its evening', () => {
    expect(plus(chinaDateOf('2026-03-02T15:59:59.999Z'), 1).date).toBe('2026-03-03');
    expect(plus(chinaDateOf('2026-03-02T16:00:00.000Z'), 1).date).toBe('2026-03-04');
  });

  it('are counted from the day itself for none at all', () => {
    expect(plus('2026-02-21', 0)).toEqual({ date: '2026-02-21', provisional: false });
  });

  it('are counted in whole days from real dates', () => {
    expect(() => plus('2026-03-01', 1.5)).toThrow(RangeError);
    expect(() => plus('2026-03-01', Number.NaN)).toThrow(RangeError);
    expect(() => plus('2026-02-30', 1)).toThrow('2026-02-30');
    expect(() => plus('soon', 1)).toThrow(RangeError);
  });

  it('are counted ten thousand times in well under a tenth of a second', () => {
    const days = Array.from({ length: 28 }, (_, day) => String(day + 1).padStart(2, '0'));
    const dates = days.flatMap((day) => [`2025-11-${day}`, `2026-02-${day}`, `2026-12-${day}`]);
    for (const date of dates) plus(date, 30);
    const before = process.cpuUsage();
    for (let call = 0; call < 10_000; call++) plus(dates[call % dates.length] ?? '', 30);
    expect(process.cpuUsage(before).user / 1000).toBeLessThan(100);
  });
});
