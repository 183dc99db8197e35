import fc from 'fast-check';
import { toHex } from '../bytes';
import { nodeSuite } from '../suites/node/node-suite';
import { EMPTY_FRONTIER, grow, perfectSubtrees, rootOf, rootOfFrontier } from './frontier';
import { emptyRoot } from './hash';
import { someLeaves } from './testing/some-leaves';

const hash = nodeSuite.hash('sha256');
const LEAVES = someLeaves(hash, 600);

describe('a frontier', () => {
  it('of no leaves has the root of nothing', () => {
    expect(rootOfFrontier(hash, EMPTY_FRONTIER)).toEqual(emptyRoot(hash));
  });

  it('is the same in whatever portions the leaves come', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(100), { maxLength: 6 }), (portions) => {
        let grown = EMPTY_FRONTIER;
        for (const portion of portions)
          grown = grow(hash, grown, LEAVES.slice(grown.size, grown.size + portion));
        expect(grown).toEqual(grow(hash, EMPTY_FRONTIER, LEAVES.slice(0, grown.size)));
      }),
    );
  });

  it('tells each perfect subtree once, when it is whole', () => {
    const told = new Map<string, Uint8Array>();
    const before = grow(hash, EMPTY_FRONTIER, LEAVES.slice(0, 37));
    grow(hash, before, LEAVES.slice(37, 100), (level, index, node) => {
      const place = `${String(level)}/${String(index)}`;
      expect(told.has(place)).toBe(false);
      told.set(place, node);
    });
    const perfect = [0, 1, 2, 3, 4, 5, 6].flatMap((level) =>
      Array.from({ length: Math.floor(100 / 2 ** level) }, (_, index) => ({ level, index })).filter(
        ({ index }) => (index + 1) * 2 ** level > 37,
      ),
    );
    expect(told.size).toBe(perfect.length);
    for (const { level, index } of perfect) {
      const below = LEAVES.slice(index * 2 ** level, (index + 1) * 2 ** level);
      expect(told.get(`${String(level)}/${String(index)}`)).toEqual(rootOf(hash, below));
    }
  });

  it('leaves the one that it grew from as it was', () => {
    const before = grow(hash, EMPTY_FRONTIER, LEAVES.slice(0, 3));
    const hashes = before.hashes.map(toHex);
    grow(hash, before, LEAVES.slice(3, 10));
    expect(before.hashes.map(toHex)).toEqual(hashes);
  });

  it('takes in no leaf that is no hash, and lacks none of its own', () => {
    const before = grow(hash, EMPTY_FRONTIER, LEAVES.slice(0, 3));
    expect(() => grow(hash, before, [new Uint8Array(31)])).toThrow(RangeError);
    expect(() => grow(hash, { ...before, hashes: [] }, LEAVES.slice(3, 4))).toThrow(RangeError);
  });
});

describe('the perfect subtrees of a tree', () => {
  it('stand side by side, each smaller than the one before', () => {
    fc.assert(
      fc.property(fc.maxSafeNat(), (size) => {
        let end = 0;
        let last = Infinity;
        for (const { level, index } of perfectSubtrees(size)) {
          expect(level).toBeLessThan(last);
          expect(index * 2 ** level).toBe(end);
          [end, last] = [(index + 1) * 2 ** level, level];
        }
        expect(end).toBe(size);
      }),
    );
    expect(perfectSubtrees(2 ** 53 - 1)).toHaveLength(53);
  });
});
