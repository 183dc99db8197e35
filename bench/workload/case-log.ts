/** A log of cases of ten events, with every hundredth case of a hundred; the same cases come first in a longer log. */
export interface CaseLog {
  readonly events: number;
  readonly cases: number;
  /** Numbers of the cases of {@link LONG} events. */
  readonly long: readonly number[];
}

const SHORT = 10;
export const LONG = 100;

export const lengthOf = (n: number): number => (n % 100 === 0 ? LONG : SHORT);

/** @param least events that the log has at least; the last case is whole. */
export function caseLogOf(least: number): CaseLog {
  const long: number[] = [];
  let events = 0;
  let cases = 0;
  for (; events < least; cases++) {
    events += lengthOf(cases);
    if (lengthOf(cases) === LONG) long.push(cases);
  }
  return { events, cases, long };
}
