import { calendarOf, type Announcements, type YearAnnounced } from './announcements';

const year: YearAnnounced = {
  year: 2026,
  notices: [{ title: '通知', number: null }],
  holidays: [{ name: '元旦', days: ['2026-01-01', '2026-01-02'] }],
  makeUpDays: ['2026-01-04'],
};
const announcements = (
  changes: Partial<YearAnnounced> = {},
  more: Partial<Announcements> = {},
): Announcements => ({ announcedUntil: '2026-12-31', years: [{ ...year, ...changes }], ...more });

describe('announced working days', () => {
  it('make a calendar', () => {
    const calendar = calendarOf(announcements());
    expect(
      ['2025-12-31', '2026-01-01', '2026-01-03', '2026-01-04', '2026-01-05', '2027-01-02'].map((date) =>
        calendar.isWorkingDay(date),
      ),
    ).toEqual([true, false, false, true, true, false]);
    expect(calendar).toMatchObject({ announcedFrom: '2026-01-01', announcedUntil: '2026-12-31' });
  });

  it.each<[string, Announcements]>([
    [
      '2026-01-02 is listed twice',
      announcements({ holidays: [{ name: '元旦', days: ['2026-01-02', '2026-01-02'] }] }),
    ],
    ['2026-01-01 is listed twice', announcements({ makeUpDays: ['2026-01-01'] })],
    [
      'holiday 2026-01-03 is a weekend',
      announcements({ holidays: [{ name: '元旦', days: ['2026-01-03'] }] }),
    ],
    ['make-up day 2026-01-05 is no weekend', announcements({ makeUpDays: ['2026-01-05'] })],
    ['2025-12-31 is no day of 2026', announcements({ holidays: [{ name: '元旦', days: ['2025-12-31'] }] })],
    ['2026-02-30 is no day of 2026', announcements({ makeUpDays: ['2026-02-30'] })],
    ['2026 has no notice', announcements({ notices: [] })],
    ['announced until 2027-12-31', announcements({}, { announcedUntil: '2027-12-31' })],
    ['announced until 2026-12-31', announcements({}, { years: [] })],
    [
      '2026 does not follow',
      announcements({}, { years: [{ ...year, year: 2024, holidays: [], makeUpDays: [] }, year] }),
    ],
  ])('are refused loudly where %s', (message, wrong) => {
    expect(() => calendarOf(wrong)).toThrow(message);
  });
});
