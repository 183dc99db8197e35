import type { HashAlgorithm } from '@liuhen/kernel';

/** A hash function of 32 bytes; a port, so that the same proofs are checked with whatever a platform has. */
export interface Hash {
  readonly algorithm: HashAlgorithm;
  digest(content: Uint8Array): Uint8Array;
}

/** Bytes of a hash. */
export const HASH_BYTES = 32;

const LEAF = 0x00;
const NODE = 0x01;

/** RFC 6962 §2.1: H(0x00 ‖ entry). */
export function leafHash(hash: Hash, entry: Uint8Array): Uint8Array {
  const content = new Uint8Array(1 + entry.length);
  content[0] = LEAF;
  content.set(entry, 1);
  return hash.digest(content);
}

/** The content of a node, one for all: the hash is done with it when it answers. */
const node = new Uint8Array(1 + 2 * HASH_BYTES);
node[0] = NODE;

/** RFC 6962 §2.1: H(0x01 ‖ left ‖ right). @throws RangeError if one of them is no hash */
export function nodeHash(hash: Hash, left: Uint8Array, right: Uint8Array): Uint8Array {
  if (left.length !== HASH_BYTES || right.length !== HASH_BYTES) throw new RangeError('a hash has 32 bytes');
  node.set(left, 1);
  node.set(right, 1 + HASH_BYTES);
  return hash.digest(node);
}

/** RFC 6962 §2.1: the root of the tree without leaves is H(). */
export const emptyRoot = (hash: Hash): Uint8Array => hash.digest(new Uint8Array(0));
