import { chinaCalendar } from './china-calendar';
import { addTerm, type Term } from './term';

describe('the last day of a term', () => {
  it.each<[Term, string, string]>([
    [{ workingDays: 10 }, '2026-03-02', '2026-03-16'],
    [{ days: 0 }, '2026-03-02', '2026-03-02'],
    [{ days: 30 }, '2026-01-31', '2026-03-02'],
    [{ months: 1 }, '2026-01-31', '2026-02-28'],
    [{ months: 1 }, '2024-01-31', '2024-02-29'],
    [{ months: 12 }, '2024-02-29', '2025-02-28'],
    [{ months: 11 }, '2026-03-15', '2027-02-15'],
  ])('of %j from %s is %s', (term, from, last) => {
    expect(addTerm(chinaCalendar, from, term)).toMatchObject({ date: last });
  });

  it('is provisional where its working days are not announced', () => {
    expect(addTerm(chinaCalendar, '2026-12-30', { workingDays: 10 }).provisional).toBe(true);
    expect(addTerm(chinaCalendar, '2026-12-30', { days: 10 }).provisional).toBe(false);
  });
});
