import type { HashAlgorithm } from '@liuhen/kernel';
import { fromHex, toHex } from '../bytes';
import { nodeSuite } from '../suites/node/node-suite';
import { LabTree } from '../testing/lab-tree';
import { PATIENCE_MS } from '../testing/mutants';
import { rootOf } from './frontier';
import { emptyRoot, leafHash, nodeHash, type Hash } from './hash';
import { someLeaves } from './testing/some-leaves';
import { verifyConsistency, verifyInclusion } from './verify';

// transparency-dev/merkle, testonly/constants.go.
const ENTRIES = [
  '',
  '00',
  '10',
  '2021',
  '3031',
  '40414243',
  '5051525354555657',
  '606162636465666768696a6b6c6d6e6f',
].map(fromHex);

/** Of the first entries: of none, of one, and so on. Those over SHA-256 are everybody's. */
const ROOTS: Readonly<Record<HashAlgorithm, readonly string[]>> = {
  sha256: [
    'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
    '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
    'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
    'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
    'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
    '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
    '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
    'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
    '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
  ],
  sm3: [
    '1ab21d8355cfa17f8e61194831e81a8f22bec8c728fefb747ed035eb5082aa2b',
    '2daef60e7a0b8f5e024c81cd2ab3109f2b4f155cf83adeb2ae5532f74a157fdf',
    '0b990fe0c7ad70f1bf1a1262f2c7908ea48146b14253a6db99f2917ab1f5cc4d',
    '209ec96a210d662a964772680e8544d18cab7b88ffec3e00962220349b56ea56',
    '28e4e307ef6d2d0c62d84b11ef96e835efe490f35b93c8f024ecfe38c8dd4377',
    'bb10c996aeebbcdc69be3715fc847344de77442d37a5ab8213da9f41785b103b',
    '8723c1ab1f82ddfba4a3733ac0c80d936d9f4c208c7dbc8cc81ca9fff8584f66',
    'bd36c22a1ac6ff4308e0c3cc1a85bf0ffa30538ec60a55c70413ab15d45db4d2',
    'bc48ba7a709184b5f2a631e1adeb8dc2a0d4c018c1d6cc89b5664fe154c93b38',
  ],
};

/** RFC 6962 §2.1, as it is written there. */
function plainRoot(hash: Hash, leaves: readonly Uint8Array[]): Uint8Array {
  const [only, ...others] = leaves;
  if (!only) return emptyRoot(hash);
  if (others.length === 0) return only;
  let power = 1;
  while (power * 2 < leaves.length) power *= 2;
  return nodeHash(hash, plainRoot(hash, leaves.slice(0, power)), plainRoot(hash, leaves.slice(power)));
}

describe.each([
  ['sha256', 300],
  ['sm3', 130],
] as const)('over %s, of every tree up to %s leaves', (algorithm, largest) => {
  const hash = nodeSuite.hash(algorithm);
  const leaves = someLeaves(hash, largest);
  const tree = new LabTree(hash);
  for (const leaf of leaves) tree.add(leaf);

  it.each(Array.from(ROOTS[algorithm].entries()))('the root over %d entries never changes', (size, root) => {
    const entries = ENTRIES.slice(0, size);
    expect(
      toHex(
        rootOf(
          hash,
          entries.map((entry) => leafHash(hash, entry)),
        ),
      ),
    ).toBe(root);
  });

  it('the root is as RFC 6962 defines it', () => {
    for (let size = 0; size <= largest; size++)
      expect(toHex(tree.root(size))).toBe(toHex(plainRoot(hash, leaves.slice(0, size))));
  });

  it(
    'every leaf is proved, and none other in its place',
    async () => {
      const faults: string[] = [];
      for (let size = 1; size <= largest; size++)
        for (const [index, leaf] of leaves.slice(0, size).entries()) {
          const proven = { index, size, proof: await tree.inclusion(index, size), root: tree.root(size) };
          const another = leaves[index === 0 ? 1 : index - 1] ?? new Uint8Array(0);
          if (
            !verifyInclusion(hash, { ...proven, leaf }) ||
            verifyInclusion(hash, { ...proven, leaf: another })
          )
            faults.push(`${String(index)} of ${String(size)}`);
        }
      expect(faults).toEqual([]);
    },
    PATIENCE_MS,
  );

  it(
    'every growth is proved, and from no other tree',
    async () => {
      const faults: string[] = [];
      for (let to = 1; to <= largest; to++)
        for (let from = 0; from <= to; from++) {
          const growth = { from, to, proof: await tree.consistency(from, to), toRoot: tree.root(to) };
          const holds = (fromRoot: Uint8Array) => verifyConsistency(hash, { ...growth, fromRoot });
          if (!holds(tree.root(from)) || holds(tree.root(from === 0 ? 1 : from - 1)))
            faults.push(`${String(from)} to ${String(to)}`);
        }
      expect(faults).toEqual([]);
    },
    PATIENCE_MS,
  );
});
