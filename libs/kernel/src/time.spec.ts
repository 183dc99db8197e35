import {
  chinaDateOf,
  chinaTimeOf,
  isCalendarDate,
  isInstant,
  isOccurredAt,
  occurredOn,
  startOfChinaDay,
} from './time';

describe('time', () => {
  it.each(['2026-03-01T00:00:00.000Z', '2024-02-29T23:59:59.999Z'])('takes the moment %s', (text) => {
    expect(isInstant(text)).toBe(true);
  });

  it.each(['2026-03-01', '2026-03-01T00:00:00Z', '2026-02-29T00:00:00.000Z', '2026-03-01T24:00:00.000Z', 5])(
    'refuses %p as a moment',
    (value) => {
      expect(isInstant(value)).toBe(false);
    },
  );

  it.each([
    ['2024-02-29', true],
    ['2023-02-29', false],
    ['2023-13-01', false],
    ['2023-1-1', false],
  ])('knows whether %s is a day: %p', (text, expected) => {
    expect(isCalendarDate(text)).toBe(expected);
  });

  it('takes a moment, a day or the unknown as a time of occurrence', () => {
    expect(['2024-01-01', '2024-01-01T00:00:00.000Z', null].every(isOccurredAt)).toBe(true);
    expect(isOccurredAt('yesterday')).toBe(false);
  });

  it('begins the day in China at 16:00 UTC of the day before', () => {
    expect(startOfChinaDay('2026-03-01')).toBe('2026-02-28T16:00:00.000Z');
    expect(chinaDateOf('2026-02-28T16:00:00.000Z')).toBe('2026-03-01');
    expect(chinaDateOf('2026-02-28T15:59:59.999Z')).toBe('2026-02-28');
  });

  it('writes a moment as in China', () => {
    expect(chinaTimeOf('2026-02-28T16:05:59.000Z')).toBe('2026-03-01 00:05');
  });

  it('tells the day of an occurrence however it is known', () => {
    expect([null, '2026-03-01', '2026-02-28T16:00:00.000Z'].map(occurredOn)).toEqual([
      undefined,
      '2026-03-01',
      '2026-03-01',
    ]);
  });
});
