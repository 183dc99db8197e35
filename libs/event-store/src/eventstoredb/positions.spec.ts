import fc from 'fast-check';
import { ForeignPosition } from '../errors';
import { comparePlaces, PlacePositions, type Place } from './positions';

const positions = new PlacePositions('business');

/** As the server gives them: an event lies before its commit or is its own. */
const place: fc.Arbitrary<Place> = fc
  .tuple(fc.bigInt(0n, 2n ** 63n - 1n), fc.bigInt(0n, 2n ** 63n - 1n))
  .map(([a, b]) => (a < b ? { commit: b, prepare: a } : { commit: a, prepare: b }));

describe('a position made of places', () => {
  it('is read back as the place that it was made of', () => {
    fc.assert(
      fc.property(place, (one) => {
        expect(positions.placeOf(positions.parse(positions.of(one)))).toEqual(one);
      }),
    );
  });

  it('is ordered by commit, then by prepare, as numbers', () => {
    fc.assert(
      fc.property(place, place, (a, b) => {
        const byHand = a.commit === b.commit ? Number(a.prepare > b.prepare) : Number(a.commit > b.commit);
        expect(positions.compare(positions.of(a), positions.of(b)) > 0).toBe(byHand === 1);
        expect(comparePlaces(a, b) + comparePlaces(b, a)).toBe(0);
      }),
    );
    const events = ['business:9/9', 'business:30/10', 'business:30/20', 'business:100/100'];
    const parsed = events.map((text) => positions.parse(text));
    expect([...parsed].reverse().sort((a, b) => positions.compare(a, b))).toEqual(events);
  });

  it.each([
    ['of another log', 'isolated:30/10'],
    ['of another engine', 'business:30'],
    ['with a leading zero', 'business:030/10'],
    ['with a space', 'business:30/10 '],
    ['with a sign', 'business:+30/10'],
    ['of an event after its commit', 'business:10/30'],
    ['beyond what a server can reach', `business:${String(2n ** 63n)}/1`],
    [
      'as a server gives it that does not know',
      `business:${String(2n ** 64n - 1n)}/${String(2n ** 64n - 1n)}`,
    ],
  ])('is refused if it is one %s', (_what, text) => {
    expect(() => positions.parse(text)).toThrow(ForeignPosition);
  });

  it('has one spelling only', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const spelled = `business:${text}`;
        try {
          expect(positions.of(positions.placeOf(spelled))).toBe(spelled);
        } catch (error) {
          expect(error).toBeInstanceOf(ForeignPosition);
        }
      }),
    );
  });
});
