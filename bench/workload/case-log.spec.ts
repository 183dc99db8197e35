import { caseLogOf, lengthOf } from './case-log';

describe('the log that is filled', () => {
  it.each([1, 1_000, 12_345])('has whole cases only, and so many events at least: %d', (least) => {
    const { events, cases } = caseLogOf(least);
    const lengths = Array.from({ length: cases }, (_, n) => lengthOf(n));
    expect(lengths.reduce((sum, length) => sum + length)).toBe(events);
    expect(events).toBeGreaterThanOrEqual(least);
    expect(events - lengthOf(cases - 1)).toBeLessThan(least);
  });

  it('is the same when it is asked for by its own size', () => {
    expect(caseLogOf(caseLogOf(5_005).events)).toEqual(caseLogOf(5_005));
  });

  it('begins like any longer one', () => {
    const { long } = caseLogOf(10_000);
    expect(caseLogOf(50_000).long.slice(0, long.length)).toEqual(long);
  });
});
