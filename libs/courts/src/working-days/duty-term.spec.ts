import { startOfChinaDay, type DutyWarning } from '@liuhen/kernel';
import fc from 'fast-check';
import { chinaCalendar } from './china-calendar';
import { addWorkingDays } from './count-working-days';
import { dutyTerm, type WarningThreshold } from './duty-term';

/** Monday, 2 March 2026, nine in the morning in China. */
const OPENED = '2026-03-02T01:00:00.000Z';
const due = (days: number) => addWorkingDays(chinaCalendar, '2026-03-02', days);
const warningsOf = (
  thresholds: readonly WarningThreshold[],
  days: number,
  openedAt = OPENED,
): readonly DutyWarning[] => dutyTerm(chinaCalendar, thresholds, openedAt, due(days)).warnings;
const midnight = startOfChinaDay;

describe('the term of a duty', () => {
  it('has the due day, and whether it is provisional', () => {
    expect(dutyTerm(chinaCalendar, [], OPENED, due(5))).toEqual({
      due: '2026-03-09',
      provisional: false,
      warnings: [],
    });
    expect(dutyTerm(chinaCalendar, [], OPENED, { date: '2027-01-05', provisional: true })).toMatchObject({
      provisional: true,
    });
  });

  it('warns when a share of the working days has passed', () => {
    const used = (percent: number, days: number) =>
      warningsOf([{ step: 'used', to: 'holder', percent }], days).map(({ at }) => at);
    expect(used(50, 4)).toEqual([midnight('2026-03-05')]);
    // Four of five days; the fifth comes after the weekend.
    expect(used(80, 5)).toEqual([midnight('2026-03-09')]);
    // Half of the second of three days: noon in China.
    expect(used(50, 3)).toEqual(['2026-03-04T04:00:00.000Z']);
    expect(used(50, 0)).toEqual([]);
  });

  it('warns working days before and after the due day, which is over at its midnight', () => {
    expect(
      warningsOf(
        [
          { step: 'overdue', to: 'president', days: 2 },
          { step: 'overdue', to: 'divisionChief', days: 0 },
          { step: 'daysLeft', to: 'holder', days: 1 },
        ],
        4,
      ),
    ).toEqual([
      { step: 'daysLeft', to: 'holder', at: midnight('2026-03-05') },
      { step: 'overdue', to: 'divisionChief', at: midnight('2026-03-07') },
      { step: 'overdue', to: 'president', at: midnight('2026-03-11') },
    ]);
  });

  it('leaves out what would have had to be said before', () => {
    const thresholds: readonly WarningThreshold[] = [
      { step: 'daysLeft', to: 'holder', days: 3 },
      { step: 'daysLeft', to: 'holder', days: 1 },
    ];
    expect(warningsOf(thresholds, 2)).toEqual([
      { step: 'daysLeft', to: 'holder', at: midnight('2026-03-03') },
    ]);
    expect(warningsOf(thresholds, 2, midnight('2026-03-03'))).toHaveLength(1);
  });

  it('needs the number of each threshold', () => {
    expect(() => warningsOf([{ step: 'used', to: 'holder', days: 1 }], 2)).toThrow('used');
    expect(() => warningsOf([{ step: 'overdue', to: 'holder', percent: 1 }], 2)).toThrow('overdue');
  });

  it('has its warnings in order, none before it opened, those of overdue after it was due and the others before', () => {
    const to = fc.constantFrom('holder', 'divisionChief', 'vicePresident', 'president');
    const threshold: fc.Arbitrary<WarningThreshold> = fc.oneof(
      fc.record({ step: fc.constant('used'), to, percent: fc.integer({ min: 1, max: 99 }) }),
      fc.record({ step: fc.constantFrom('daysLeft', 'overdue'), to, days: fc.nat(20) }),
    );
    const moment = fc
      .date({ min: new Date('2026-01-01'), max: new Date('2027-06-30'), noInvalidDate: true })
      .map((at) => at.toISOString());
    fc.assert(
      fc.property(fc.array(threshold), moment, fc.nat(30), (thresholds, openedAt, days) => {
        const { date, provisional } = addWorkingDays(chinaCalendar, openedAt.slice(0, 10), days);
        const { warnings } = dutyTerm(chinaCalendar, thresholds, openedAt, { date, provisional });
        const over = midnight(addWorkingDays({ ...chinaCalendar, isWorkingDay: () => true }, date, 1).date);
        expect(warnings.map(({ at }) => at)).toEqual(warnings.map(({ at }) => at).sort());
        for (const { step, at } of warnings) {
          expect(at >= openedAt).toBe(true);
          expect(at >= over).toBe(step === 'overdue');
        }
      }),
    );
  });
});
