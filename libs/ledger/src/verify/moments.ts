import type { Evidence } from './evidence';
import { startOf } from './start-of';

/** When a log was seen to have so many leaves, by the clocks of enough cosigners, in seconds since 1970. */
interface Moment {
  readonly size: number;
  readonly time: number;
}

/** 收录于何时之间: it was not there at the one time, and was at the other. */
export interface RecordedBetween {
  readonly after: number | undefined;
  readonly before: number | undefined;
}

/** Tells of a leaf, by its index, when it was recorded. */
export function recordedBetween(evidence: Evidence): (index: number) => RecordedBetween {
  const moments = momentsOf(evidence).toSorted((one, other) => one.size - other.size);
  const latest = running(moments, Math.max);
  const earliest = running(moments.toReversed(), Math.min).reverse();
  return (index) => {
    const larger = firstLarger(moments, index);
    return { after: latest[larger - 1], before: earliest[larger] };
  };
}

/** Checkpoints that are not of this log, or not cosigned enough, prove nothing. */
const momentsOf = ({ bundle, checkpoint, brackets }: Evidence): readonly Moment[] =>
  [checkpoint, ...brackets].flatMap(({ checkpoint: { origin, size }, time }) =>
    time === undefined || startOf(bundle.manifest.log, origin) === undefined ? [] : [{ size, time }],
  );

/** Of the times so far, from the first on. */
function running(moments: readonly Moment[], choose: (one: number, other: number) => number): number[] {
  const chosen: number[] = [];
  for (const { time } of moments) chosen.push(choose(chosen.at(-1) ?? time, time));
  return chosen;
}

/** Place of the first moment at which the log had the leaf. */
function firstLarger(moments: readonly Moment[], index: number): number {
  let [from, to] = [0, moments.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((moments[middle]?.size ?? 0) > index) to = middle;
    else from = middle + 1;
  }
  return from;
}
