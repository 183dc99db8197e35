import type { Bundle, BundleEvent } from '@liuhen/ledger';
import type { Lab } from '@liuhen/ledger/testing';
import { fittingManifest, outcomeOf, smallBundle } from './support/small-bundle';

type Events = readonly BundleEvent[];

/** Two different numbers below another, the smaller first. */
const pairsBelow = (count: number): readonly (readonly [number, number])[] =>
  Array.from({ length: count }, (_, one) =>
    Array.from({ length: count - one - 1 }, (__, more) => [one, one + 1 + more] as const),
  ).flat();

const WAYS: Readonly<Record<string, (events: Events) => readonly Events[]>> = {
  'without any that follow one another': (events) =>
    pairsBelow(events.length + 1).map(([from, to]) => events.toSpliced(from, to - from)),
  'with any two exchanged': (events) =>
    pairsBelow(events.length).map(([one, other]) =>
      events.map((event, at) => events[at === one ? other : at === other ? one : at] ?? event),
    ),
  'cut off anywhere': (events) => events.map((_, count) => events.slice(0, count)),
  'with any that is there twice': (events) =>
    events.flatMap((event) =>
      Array.from({ length: events.length + 1 }, (_, at) => events.toSpliced(at, 0, event)),
    ),
  'with any that moves elsewhere': (events) =>
    pairsBelow(events.length).map(([from, to]) =>
      events.toSpliced(from, 1).toSpliced(to, 0, ...events.slice(from, from + 1)),
    ),
};

describe('the events of a small bundle', () => {
  let lab: Lab;
  let bundle: Bundle;
  beforeAll(async () => {
    ({ lab, bundle } = await smallBundle());
  });

  it('are verified as they are', () => {
    expect(outcomeOf(lab, bundle)).toBe('verified');
    expect(outcomeOf(lab, fittingManifest(bundle, bundle.events))).toBe('verified');
  });

  it.each(Object.entries(WAYS))('are not, %s', (way, altered) => {
    const all = altered(bundle.events);
    const outcomes = all.flatMap((events) => [
      outcomeOf(lab, { ...bundle, events }),
      outcomeOf(lab, fittingManifest(bundle, events)),
    ]);
    const detected = outcomes.filter((outcome) => outcome !== 'verified').length;
    console.log(`${way}: ${String(detected)} of ${String(outcomes.length)} detected`);
    expect(outcomes.length).toBeGreaterThan(0);
    expect(detected).toBe(outcomes.length);
  });
});
