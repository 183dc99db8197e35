import fc from 'fast-check';
import { covers, isSpan, overlaps, valueOn, withPeriod, type Period, type Timeline } from './timeline';

const day = fc.integer({ min: 1, max: 28 }).map((number) => `2024-02-${String(number).padStart(2, '0')}`);
const period = fc.record({ value: fc.nat(9), from: fc.option(day), until: fc.option(day) }).filter(isSpan);

const timelineOf = (periods: readonly Period<number>[]): Timeline<number> =>
  periods.reduce(withPeriod<number>, []);

describe('a timeline', () => {
  it('gives for every day what was entered last for it', () => {
    fc.assert(
      fc.property(fc.array(period, { maxLength: 8 }), day, (periods, on) => {
        expect(valueOn(timelineOf(periods), on)).toBe(
          periods.findLast((entered) => covers(entered, on))?.value,
        );
      }),
    );
  });

  it('never holds two values at once and is in order', () => {
    fc.assert(
      fc.property(fc.array(period, { maxLength: 8 }), (periods) => {
        const timeline = timelineOf(periods);
        timeline.forEach((entry, index) => {
          expect(timeline.slice(index + 1).some((later) => overlaps(entry, later))).toBe(false);
          expect((timeline[index + 1]?.from ?? '9') > (entry.from ?? '')).toBe(true);
        });
      }),
    );
  });
});
