import fc from 'fast-check';
import { equalBytes, utf8 } from '../bytes';
import { nodeSuite } from '../suites/node/node-suite';
import { EMPTY_FRONTIER, grow, rootOf } from './frontier';
import { leafHash } from './hash';
import { consistencyProof, inclusionProof } from './proofs';
import { verifyConsistency, verifyInclusion } from './verify';

const hash = nodeSuite.hash('sha256');
const LARGEST = 200;
const MUTANTS = Number(process.env.LIUHEN_FUZZ ?? 100_000) / 2;

const leaves = Array.from({ length: LARGEST }, (_, index) => leafHash(hash, utf8(String(index))));
const nodes = new Map<string, Uint8Array>();
grow(hash, EMPTY_FRONTIER, leaves, (level, index, node) =>
  nodes.set(`${String(level)}/${String(index)}`, node),
);
const readNode = (level: number, index: number) =>
  Promise.resolve(nodes.get(`${String(level)}/${String(index)}`) ?? new Uint8Array(32));
const roots = Array.from({ length: LARGEST + 1 }, (_, size) => rootOf(hash, leaves.slice(0, size)));
const rootAt = (size: number): Uint8Array => roots[size] ?? new Uint8Array();

type Hashes = readonly Uint8Array[];

const turned = (bytes: Uint8Array, bit: number): Uint8Array =>
  bytes.with((bit >> 3) % bytes.length, (bytes[(bit >> 3) % bytes.length] ?? 0) ^ (1 << (bit & 7)));

/** One thing about a proof that is not as it was. */
const mutation = fc.oneof(
  fc.nat().map((bit) => (proof: Hashes) => {
    const at = proof.length === 0 ? 0 : (bit >> 8) % proof.length;
    return proof.map((node, place) => (place === at ? turned(node, bit) : node));
  }),
  fc.nat().map((at) => (proof: Hashes) => proof.filter((_, place) => place !== at % (proof.length || 1))),
  fc.nat().map((at) => (proof: Hashes) => proof.toSpliced(at % (proof.length + 1), 0, rootAt(at % LARGEST))),
  fc.nat().map((at) => (proof: Hashes) => {
    const place = proof.length < 2 ? 0 : at % (proof.length - 1);
    return proof.toSpliced(place, 2, ...proof.slice(place, place + 2).reverse());
  }),
);

const isSame = (one: Hashes, other: Hashes): boolean =>
  one.length === other.length && one.every((node, at) => equalBytes(node, other[at] ?? new Uint8Array()));

describe('a proof with a fault', () => {
  const pair = fc.tuple(fc.integer({ min: 1, max: LARGEST }), fc.nat());

  it('of a leaf is never taken', async () => {
    await fc.assert(
      fc.asyncProperty(pair, mutation, async ([size, at], mutate) => {
        const index = at % size;
        const proof = await inclusionProof(hash, index, size, readNode);
        const proven = { index, size, leaf: leaves[index] ?? new Uint8Array(), root: rootAt(size) };
        const mutant = mutate(proof);
        expect(verifyInclusion(hash, { ...proven, proof: mutant })).toBe(isSame(mutant, proof));
      }),
      { numRuns: MUTANTS },
    );
  });

  it('of a growth is never taken', async () => {
    await fc.assert(
      fc.asyncProperty(pair, mutation, async ([to, at], mutate) => {
        const from = 1 + (at % to);
        const proof = await consistencyProof(hash, from, to, readNode);
        const mutant = mutate(proof);
        const growth = { from, to, fromRoot: rootAt(from), toRoot: rootAt(to), proof: mutant };
        expect(verifyConsistency(hash, growth)).toBe(isSame(mutant, proof));
      }),
      { numRuns: MUTANTS },
    );
  });
});
