import type { StoredEvent } from '@liuhen/kernel';
import type { Moment } from '../moment';
import { cutStream, type Cut } from './cut';
import type { HistoryEvent } from './history.views';
import type { SeenPast } from './replay';

/** The two clocks by which moments can be compared: when it was recorded, when it happened. */
export const CLOCKS = { recorded: 'asOf', happened: 'until' } as const satisfies Record<string, keyof Cut>;
export type ClockName = keyof typeof CLOCKS;

/** Two moments to compare, by one of the clocks. */
export interface Comparison {
  readonly by: ClockName;
  readonly from: Moment;
  readonly to: Moment;
}

/** What was known, and what had happened, at given moments. */
export function toldAt({ streams, told }: SeenPast, { asOf, until }: Cut) {
  const cuts = streams.map((stream) => cutStream(stream, { asOf, until }));
  return {
    asOf: asOf ?? null,
    until: until ?? null,
    events: told(cuts.flatMap(({ events }) => events)),
    notPlaced: cuts.reduce((sum, { notPlaced }) => sum + notPlaced, 0),
  };
}

/** What came to be between two moments. */
export function addedBetween(
  { streams, told }: SeenPast,
  { by, from, to }: Comparison,
): readonly HistoryEvent[] {
  const at = (moment: Moment): readonly StoredEvent[] =>
    streams.flatMap((stream) => cutStream(stream, { [CLOCKS[by]]: moment }).events);
  const before = new Set(at(from));
  return told(at(to).filter((event) => !before.has(event)));
}
