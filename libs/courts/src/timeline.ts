import type { CalendarDate } from '@liuhen/kernel';

/** From a day, inclusive, until another, exclusive; `null` is open. */
export interface Validity {
  readonly from: CalendarDate | null;
  readonly until: CalendarDate | null;
}

export interface Period<Value> extends Validity {
  readonly value: Value;
}

/** What held when, in order of time; periods never overlap, and gaps are not known. */
export type Timeline<Value> = readonly Period<Value>[];

export const valueOn = <Value>(timeline: Timeline<Value>, on: CalendarDate): Value | undefined =>
  timeline.find((period) => covers(period, on))?.value;

/** Enters a period: where it overlaps earlier entries, it stands and they are cut. */
export const withPeriod = <Value>(timeline: Timeline<Value>, added: Period<Value>): Timeline<Value> =>
  [...timeline.flatMap((period) => remainders(period, added)), added].sort((a, b) =>
    (a.from ?? '') < (b.from ?? '') ? -1 : 1,
  );

/** ISO dates compare as text. */
export const covers = ({ from, until }: Validity, on: CalendarDate): boolean =>
  (from === null || from <= on) && (until === null || on < until);

export const overlaps = (a: Validity, b: Validity): boolean =>
  (a.from === null || b.until === null || a.from < b.until) &&
  (b.from === null || a.until === null || b.from < a.until);

export const isSpan = ({ from, until }: Validity): boolean => from === null || until === null || from < until;

function remainders<Value>(period: Period<Value>, cut: Validity): Timeline<Value> {
  if (!overlaps(period, cut)) return [period];
  const before = cut.from === null ? [] : [{ ...period, until: cut.from }];
  const after = cut.until === null ? [] : [{ ...period, from: cut.until }];
  return [...before, ...after].filter(isSpan);
}
