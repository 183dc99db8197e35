import { nodeSuite } from '../suites/node/node-suite';
import { LabTree } from '../testing/lab-tree';
import { emptyRoot, nodeHash } from './hash';
import { someLeaves } from './testing/some-leaves';
import { verifyConsistency, verifyInclusion } from './verify';

const hash = nodeSuite.hash('sha256');
const leaves = someLeaves(hash, 40);
const [left, right, third] = leaves as [Uint8Array, Uint8Array, Uint8Array];
const root = nodeHash(hash, left, right);
const tree = new LabTree(hash);
for (const leaf of leaves) tree.add(leaf);

describe('a proof of inclusion', () => {
  const proven = { index: 1, size: 2, leaf: right, proof: [left], root };

  it('is of one place only', async () => {
    const elsewhere: string[] = [];
    for (let size = 1; size <= leaves.length; size++)
      for (const [index, leaf] of leaves.slice(0, size).entries()) {
        const whole = { size, leaf, proof: await tree.inclusion(index, size), root: tree.root(size) };
        for (let other = 0; other < size; other++)
          if (verifyInclusion(hash, { ...whole, index: other }) !== (other === index))
            elsewhere.push(`${String(index)} at ${String(other)} of ${String(size)}`);
      }
    expect(elsewhere).toEqual([]);
  });

  it.each([
    ['a negative place', { index: -1 }],
    ['half a place', { index: 0.5 }],
    ['no number as place', { index: Number.NaN }],
    ['a place beyond the tree', { index: 2 }],
    ['a size that a number does not hold', { size: 2 ** 53 }],
    ['no size', { index: 0, size: 0, proof: [] }],
    ['no leaf', { leaf: new Uint8Array(0) }],
    ['no root', { root: new Uint8Array(0) }],
    ['a proof that goes on', { proof: [left, third] }],
    ['no proof', { proof: [] }],
  ])('does not hold with %s', (_, change) => {
    expect(verifyInclusion(hash, proven)).toBe(true);
    expect(verifyInclusion(hash, { ...proven, ...change })).toBe(false);
  });

  it('holds in a tree of more leaves than 32 bits count', () => {
    const size = 2 ** 52 + 1;
    expect(verifyInclusion(hash, { index: size - 1, size, leaf: right, proof: [left], root })).toBe(true);
    expect(verifyInclusion(hash, { index: size - 2, size, leaf: right, proof: [left], root })).toBe(false);
    expect(verifyInclusion(hash, { index: 0, size, leaf: left, proof: [right], root })).toBe(false);
  });
});

describe('a proof of growth', () => {
  const growth = { from: 1, to: 2, fromRoot: left, toRoot: root, proof: [right] };

  it.each([
    ['a negative size', { from: -1 }],
    ['half a leaf', { from: 0.5 }],
    ['a size that a number does not hold', { to: 2 ** 53 }],
    ['a tree that shrinks', { from: 2, to: 1 }],
    ['a former root that is no hash', { fromRoot: left.subarray(1) }],
    ['a root that is no hash', { toRoot: new Uint8Array(0) }],
    ['a proof that goes on', { proof: [right, third] }],
    ['no proof', { proof: [] }],
    ['a proof although nothing grew', { to: 1, toRoot: left }],
  ])('does not hold with %s', (_, change) => {
    expect(verifyConsistency(hash, growth)).toBe(true);
    expect(verifyConsistency(hash, { ...growth, ...change })).toBe(false);
  });

  it('from nothing needs no hash, and says of nothing but that it was nothing', () => {
    const fromNothing = { from: 0, to: 2, fromRoot: emptyRoot(hash), toRoot: root, proof: [] };
    expect(verifyConsistency(hash, fromNothing)).toBe(true);
    expect(verifyConsistency(hash, { ...fromNothing, fromRoot: left })).toBe(false);
    expect(verifyConsistency(hash, { ...fromNothing, proof: [right] })).toBe(false);
    expect(verifyConsistency(hash, { ...fromNothing, to: 0, toRoot: emptyRoot(hash) })).toBe(true);
    expect(verifyConsistency(hash, { ...fromNothing, to: 0, fromRoot: left, toRoot: left })).toBe(false);
  });

  it('holds between trees of more leaves than 32 bits count', () => {
    const [from, to] = [2 ** 52, 2 ** 52 + 1];
    expect(verifyConsistency(hash, { ...growth, from, to })).toBe(true);
    expect(verifyConsistency(hash, { ...growth, from: from - 1, to })).toBe(false);
  });
});
