import { fromHex, toHex, utf8 } from '../bytes';
import { nodeSuite } from '../suites/node/node-suite';
import { EMPTY_FRONTIER, grow, rootOf, rootOfFrontier } from './frontier';
import { emptyRoot, leafHash, nodeHash, type Hash } from './hash';
import { consistencyProof, inclusionProof, type NodeReader } from './proofs';
import { verifyConsistency, verifyInclusion } from './verify';

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

/** A tree of entries that are the numbers of their leaves. */
function treeOf(hash: Hash, size: number) {
  const leaves = Array.from({ length: size }, (_, index) => leafHash(hash, utf8(String(index))));
  const nodes = new Map<string, Uint8Array>();
  const keep = (level: number, index: number, node: Uint8Array): void => {
    nodes.set(`${String(level)}/${String(index)}`, node);
  };
  let frontier = EMPTY_FRONTIER;
  const roots = [rootOfFrontier(hash, frontier)];
  for (const leaf of leaves) {
    frontier = grow(hash, frontier, [leaf], keep);
    roots.push(rootOfFrontier(hash, frontier));
  }
  const readNode: NodeReader = (level, index) => {
    const node = nodes.get(`${String(level)}/${String(index)}`);
    return node ? Promise.resolve(node) : Promise.reject(new Error('no perfect subtree'));
  };
  return { leaves, roots, readNode };
}

/** RFC 6962 §2.1, as it is written there. */
function plainRoot(hash: Hash, leaves: readonly Uint8Array[]): Uint8Array {
  const [only, ...others] = leaves;
  if (!only) return emptyRoot(hash);
  if (others.length === 0) return only;
  let power = 1;
  while (power * 2 < leaves.length) power *= 2;
  return nodeHash(hash, plainRoot(hash, leaves.slice(0, power)), plainRoot(hash, leaves.slice(power)));
}

describe('a tree over SHA-256', () => {
  const hash = nodeSuite.hash('sha256');
  const rootOver = (count: number) =>
    toHex(
      rootOf(
        hash,
        ENTRIES.slice(0, count).map((entry) => leafHash(hash, entry)),
      ),
    );

  it('has the roots that everybody computes', () => {
    expect(rootOver(0)).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
    expect(rootOver(1)).toBe('6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d');
    expect(rootOver(8)).toBe('5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328');
  });
});

describe('a tree over SM3', () => {
  const hash = nodeSuite.hash('sm3');

  it('has roots that stay what they are', () => {
    const leaves = ENTRIES.map((entry) => leafHash(hash, entry));
    expect(toHex(emptyRoot(hash))).toBe('1ab21d8355cfa17f8e61194831e81a8f22bec8c728fefb747ed035eb5082aa2b');
    expect(toHex(rootOf(hash, leaves))).toBe(
      'bc48ba7a709184b5f2a631e1adeb8dc2a0d4c018c1d6cc89b5664fe154c93b38',
    );
  });
});

describe.each([
  ['sha256', 300],
  ['sm3', 130],
] as const)('over %s, of every tree up to %s leaves', (algorithm, largest) => {
  const hash = nodeSuite.hash(algorithm);
  const { leaves, roots, readNode } = treeOf(hash, largest);
  const rootAt = (size: number): Uint8Array => roots[size] ?? new Uint8Array();

  it('the root is as RFC 6962 defines it', () => {
    for (let size = 0; size <= largest; size++)
      expect(toHex(rootAt(size))).toBe(toHex(plainRoot(hash, leaves.slice(0, size))));
  });

  it('every leaf is proved, and none other in its place', async () => {
    const faults: string[] = [];
    for (let size = 1; size <= largest; size++)
      for (let index = 0; index < size; index++) {
        const proof = await inclusionProof(hash, index, size, readNode);
        const holds = (leaf: Uint8Array = new Uint8Array()) =>
          verifyInclusion(hash, { index, size, leaf, proof, root: rootAt(size) });
        if (!holds(leaves[index]) || holds(leaves[index - 1]))
          faults.push(`${String(index)} of ${String(size)}`);
      }
    expect(faults).toEqual([]);
  });

  it('every growth is proved, and from no other tree', async () => {
    const faults: string[] = [];
    for (let to = 1; to <= largest; to++)
      for (let from = 0; from <= to; from++) {
        const proof = await consistencyProof(hash, from, to, readNode);
        const holds = (fromRoot: Uint8Array) =>
          verifyConsistency(hash, { from, to, fromRoot, toRoot: rootAt(to), proof });
        const another = rootAt(from === 0 ? 1 : from - 1);
        if (!holds(rootAt(from)) || holds(another)) faults.push(`${String(from)} to ${String(to)}`);
      }
    expect(faults).toEqual([]);
  });
});
