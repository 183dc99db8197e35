import { concat } from '../bytes';
import { flipped } from '../heads/testing/flipped';
import { nodeSuite } from '../suites/node/node-suite';
import { LabTree } from '../testing/lab-tree';
import { MUTANTS, PATIENCE_MS, seeded, type Chance } from '../testing/mutants';
import { someLeaves } from './testing/some-leaves';
import { verifyConsistency, verifyInclusion } from './verify';

/** A proof, with the two hashes between which it stands before it: leaf and root, or root and root. */
type Hashes = readonly Uint8Array[];

interface Proof {
  readonly hashes: Hashes;
  readonly holds: (hashes: Hashes) => boolean;
}

const LARGEST = 200;
const PROOFS = 500;
const NOTHING = new Uint8Array(0);

const hash = nodeSuite.hash('sha256');
const leaves = someLeaves(hash, LARGEST);
const tree = new LabTree(hash);
for (const leaf of leaves) tree.add(leaf);

const FAULTS: Readonly<Record<string, (hashes: Hashes, at: number, chance: Chance) => Hashes>> = {
  'one bit turned': (hashes, at, chance) => hashes.with(at, flipped(hashes[at] ?? NOTHING, chance(256))),
  'a byte too few': (hashes, at) => hashes.with(at, (hashes[at] ?? NOTHING).subarray(1)),
  'a byte too many': (hashes, at) => hashes.with(at, concat(hashes[at] ?? NOTHING, Uint8Array.of(0))),
  'a hash too few': (hashes, at) => hashes.toSpliced(at, 1),
  'a hash twice': (hashes, at) => hashes.toSpliced(at, 0, hashes[at] ?? NOTHING),
  'another hash': (hashes, at) => hashes.with(at, hash.digest(hashes[at] ?? NOTHING)),
  'two in each other’s place': (hashes, at) => {
    const next = (at + 1) % hashes.length;
    return hashes.with(at, hashes[next] ?? NOTHING).with(next, hashes[at] ?? NOTHING);
  },
};

async function inclusion(chance: Chance): Promise<Proof> {
  const size = 2 + chance(LARGEST - 1);
  const index = chance(size);
  const proof = await tree.inclusion(index, size);
  return {
    hashes: [leaves[index] ?? NOTHING, tree.root(size), ...proof],
    holds: ([leaf = NOTHING, root = NOTHING, ...rest]) =>
      verifyInclusion(hash, { index, size, leaf, root, proof: rest }),
  };
}

async function growth(chance: Chance): Promise<Proof> {
  const to = 2 + chance(LARGEST - 1);
  const from = 1 + chance(to - 1);
  const proof = await tree.consistency(from, to);
  return {
    hashes: [tree.root(from), tree.root(to), ...proof],
    holds: ([fromRoot = NOTHING, toRoot = NOTHING, ...rest]) =>
      verifyConsistency(hash, { from, to, fromRoot, toRoot, proof: rest }),
  };
}

describe.each([
  ['of a leaf', inclusion],
  ['of growth', growth],
])('a proof %s', (_, proofOf) => {
  const chance = seeded(MUTANTS);
  const proofs: Proof[] = [];

  beforeAll(async () => {
    while (proofs.length < PROOFS) proofs.push(await proofOf(chance));
  });

  it('holds', () => {
    expect(proofs.filter(({ hashes, holds }) => !holds(hashes))).toEqual([]);
  });

  it.each(Object.entries(FAULTS))(
    'does not hold with %s',
    (__, fault) => {
      const mutants = Math.ceil(MUTANTS / (2 * Object.keys(FAULTS).length));
      const taken = Array.from({ length: mutants }).filter((___, number) => {
        const { hashes, holds } = proofs[number % PROOFS] ?? { hashes: [], holds: () => true };
        return holds(fault(hashes, chance(hashes.length), chance));
      });
      expect(taken).toEqual([]);
    },
    PATIENCE_MS,
  );
});
