import { equalBytes } from '../bytes';
import { emptyRoot, HASH_BYTES, nodeHash, type Hash } from './hash';

export interface Inclusion {
  readonly index: number;
  readonly size: number;
  readonly leaf: Uint8Array;
  readonly proof: readonly Uint8Array[];
  readonly root: Uint8Array;
}

/** RFC 9162 §2.1.3.2. The size is taken as told: a checkpoint states it together with the root. */
export function verifyInclusion(hash: Hash, { index, size, leaf, proof, root }: Inclusion): boolean {
  if (!isNatural(index) || !isNatural(size) || index >= size || !areHashes([leaf, ...proof])) return false;
  let [fn, sn, node] = [index, size - 1, leaf];
  for (const sibling of proof) {
    if (sn === 0) return false;
    if (isOdd(fn) || fn === sn) {
      node = nodeHash(hash, sibling, node);
      while (!isOdd(fn) && fn !== 0) [fn, sn] = [half(fn), half(sn)];
    } else node = nodeHash(hash, node, sibling);
    [fn, sn] = [half(fn), half(sn)];
  }
  return sn === 0 && equalBytes(node, root);
}

export interface Growth {
  readonly from: number;
  readonly to: number;
  readonly fromRoot: Uint8Array;
  readonly toRoot: Uint8Array;
  readonly proof: readonly Uint8Array[];
}

/** RFC 9162 §2.1.4.2; the tree without leaves is continued by every other, and its root is known. */
export function verifyConsistency(hash: Hash, growth: Growth): boolean {
  const { from, to, fromRoot, toRoot, proof } = growth;
  if (!isNatural(from) || !isNatural(to) || from > to) return false;
  if (from === to)
    return proof.length === 0 && equalBytes(fromRoot, toRoot) && isRootOf(hash, from, fromRoot);
  if (!areHashes([fromRoot, toRoot, ...proof])) return false;
  if (from === 0) return proof.length === 0 && isRootOf(hash, from, fromRoot);
  return followsFrom(hash, growth);
}

const isRootOf = (hash: Hash, size: number, root: Uint8Array): boolean =>
  size > 0 || equalBytes(root, emptyRoot(hash));

function followsFrom(hash: Hash, { from, to, fromRoot, toRoot, proof }: Growth): boolean {
  let [fn, sn] = [from - 1, to - 1];
  while (isOdd(fn)) [fn, sn] = [half(fn), half(sn)];
  const [first, ...rest] = fn === 0 ? [fromRoot, ...proof] : proof;
  if (!first) return false;
  let [before, after] = [first, first];
  for (const node of rest) {
    if (sn === 0) return false;
    if (isOdd(fn) || fn === sn) {
      before = nodeHash(hash, node, before);
      after = nodeHash(hash, node, after);
      while (!isOdd(fn) && fn !== 0) [fn, sn] = [half(fn), half(sn)];
    } else after = nodeHash(hash, after, node);
    [fn, sn] = [half(fn), half(sn)];
  }
  return sn === 0 && equalBytes(before, fromRoot) && equalBytes(after, toRoot);
}

/** Beyond 2^31, so that bit operations do not do. */
const isOdd = (value: number): boolean => value % 2 === 1;
const half = (value: number): number => Math.floor(value / 2);

const isNatural = (value: number): boolean => Number.isSafeInteger(value) && value >= 0;
const areHashes = (hashes: readonly Uint8Array[]): boolean =>
  hashes.every(({ length }) => length === HASH_BYTES);
