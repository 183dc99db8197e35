import { chinaCalendar } from '@liuhen/courts';
import { epochMsOf, instantOf } from '@liuhen/kernel';
import fc from 'fast-check';
import { patternsIn, type PersonAct } from './patterns';

const RULES = { rapid: { count: 3, minutes: 10 }, hours: { from: 8, until: 19 }, late: { days: 3 } };

/** Monday 2 March 2026, ten o'clock in China. */
const MORNING = '2026-03-02T02:00:00.000Z';
let acts = 0;
const act = (minutes: number, changes: Partial<PersonAct> = {}): PersonAct => {
  const recordedAt = instantOf(epochMsOf(MORNING) + minutes * 60_000);
  return {
    ...{ event: `e-${String(++acts)}`, caseId: 'c', type: 'ReviewConcurred', person: 'p', post: 'chief' },
    ...{ court: '黔0102', source: 'live', occurredAt: recordedAt, recordedAt },
    ...changes,
  };
};
const found = (...given: readonly PersonAct[]) => patternsIn(given, RULES, chinaCalendar);

describe('密集签批', () => {
  const lengths = (...minutes: readonly number[]) =>
    found(...minutes.map((minute) => act(minute)))[0]?.rapid.map((series) => series.length) ?? [];

  it('is so many within so many minutes, the last minute included', () => {
    expect(lengths(0, 5, 10)).toEqual([3]);
    expect(lengths(0, 5, 11)).toEqual([]);
    expect(lengths(0, 1)).toEqual([]);
  });

  it('goes on as long as each belongs to so many, and begins anew after a pause', () => {
    expect(lengths(0, 5, 10, 15, 20)).toEqual([5]);
    expect(lengths(0, 1, 2, 60, 61, 62, 63)).toEqual([3, 4]);
  });

  it('counts what was signed off live, by one person', () => {
    const others = [act(1, { person: 'q' }), act(2, { type: 'CaseLinked' })];
    expect(found(act(0), ...others, act(3, { source: 'offline', occurredAt: '2026-03-02' }))).toEqual([]);
  });

  it('lists nothing twice, whatever the order in which it comes', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 120 }), { maxLength: 30 }), (minutes) => {
        const given = minutes.map((minute) => act(minute));
        const series = patternsIn(given, RULES, chinaCalendar)[0]?.rapid ?? [];
        const events = series.flat().map(({ event }) => event);
        expect(new Set(events).size).toBe(events.length);
        for (const one of series) expect(one.length).toBeGreaterThanOrEqual(RULES.rapid.count);
        const expected = given.filter((one) => {
          const times = given.map(({ recordedAt }) => epochMsOf(recordedAt));
          const at = epochMsOf(one.recordedAt);
          // Some window of ten minutes that holds it holds three.
          return times.some((from) => from <= at && at <= from + 600_000 && within(times, from) >= 3);
        });
        expect(events.toSorted()).toEqual(expected.map(({ event }) => event).toSorted());
      }),
    );
  });
  const within = (times: readonly number[], from: number): number =>
    times.filter((time) => time >= from && time <= from + 600_000).length;
});

describe('非工作时间签批', () => {
  it.each([
    ['at eight', '2026-03-02T00:00:00.000Z', 0],
    ['before eight', '2026-03-01T23:59:59.999Z', 1],
    ['at seven in the evening', '2026-03-02T11:00:00.000Z', 1],
    ['on a Sunday', '2026-03-01T02:00:00.000Z', 1],
    ['on a day of the Spring Festival', '2026-02-17T02:00:00.000Z', 1],
  ])('%s: %s', (_, recordedAt, count) => {
    expect(found(act(0, { recordedAt })).flatMap(({ afterHours }) => afterHours)).toHaveLength(count);
  });
});

describe('补录', () => {
  const entered = (occurredAt: string | null) =>
    found(act(0, { type: 'CaseLinked', source: 'offline', occurredAt }))[0]?.late.map(
      ({ daysAfter }) => daysAfter,
    );

  it('is late when it comes more than so many days after, or nobody knows after what', () => {
    expect(entered('2026-02-27')).toBeUndefined();
    expect(entered('2026-02-26')).toEqual([4]);
    expect(entered(null)).toEqual([null]);
  });
});
