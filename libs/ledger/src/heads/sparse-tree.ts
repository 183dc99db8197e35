import { concat, utf8 } from '../bytes';
import { HASH_BYTES, type Hash } from '../merkle/hash';
import { EMPTY_MAP_ROOT, type HeadEntry } from './heads-map';

/** Levels beneath the root: as many as a key has bits, so that every key has a place, taken or not. */
export const DEPTH = 8 * HASH_BYTES;

/** A subtree without entries, at every depth. */
export const EMPTY = EMPTY_MAP_ROOT;

export const isEmpty = (node: Uint8Array): boolean => node.every((byte) => byte === 0);

const ENTRY = Uint8Array.of(0x04);
const NODE = 0x05;
const KEY = Uint8Array.of(0x06);

/** Place of a stream: H(0x06 ‖ name), bit by bit from the root, 0 to the left. */
export const keyOf = (hash: Hash, stream: string): Uint8Array => hash.digest(concat(KEY, utf8(stream)));

/** H(0x04 ‖ key ‖ rev, 8 bytes, big-endian ‖ leaf hash). */
export const entryNode = (
  hash: Hash,
  key: Uint8Array,
  { rev, leaf }: Omit<HeadEntry, 'stream'>,
): Uint8Array => hash.digest(concat(ENTRY, key, revBytes(rev), leaf));

export function revBytes(rev: number): Uint8Array {
  const bytes = new Uint8Array(8);
  new DataView(bytes.buffer).setBigUint64(0, BigInt(rev));
  return bytes;
}

/** H(0x05 ‖ left ‖ right); of two empty subtrees, the empty one. */
export const join = (hash: Hash, left: Uint8Array, right: Uint8Array): Uint8Array =>
  isEmpty(left) && isEmpty(right) ? EMPTY : parentOf(hash, left, right);

/** The content of a node; given anew for each, and taken by the hash at once. */
const content = new Uint8Array(1 + 2 * HASH_BYTES);
content[0] = NODE;

function parentOf(hash: Hash, left: Uint8Array, right: Uint8Array): Uint8Array {
  content.set(left, 1);
  content.set(right, 1 + HASH_BYTES);
  return hash.digest(content);
}

/** The node on a key's path with its sibling, one level up. @param depth of the node. */
export const joinOnPath = (
  hash: Hash,
  key: Uint8Array,
  depth: number,
  node: Uint8Array,
  sibling: Uint8Array,
): Uint8Array => (bitAt(key, depth - 1) === 0 ? join(hash, node, sibling) : join(hash, sibling, node));

/** From a node on a key's path, which is not empty, up to another, where nothing is beside the path. */
export function climbAlone(
  hash: Hash,
  key: Uint8Array,
  node: Uint8Array,
  from: number,
  to: number,
): Uint8Array {
  let climbed = node;
  for (let depth = from; depth > to; depth--)
    climbed = bitAt(key, depth - 1) === 0 ? parentOf(hash, climbed, EMPTY) : parentOf(hash, EMPTY, climbed);
  return climbed;
}

export const bitAt = (key: Uint8Array, at: number): 0 | 1 =>
  (((key[at >> 3] ?? 0) >> (7 - (at & 7))) & 1) === 0 ? 0 : 1;

/** Bits that two different keys begin with alike. */
export function commonBits(one: Uint8Array, other: Uint8Array): number {
  const at = one.findIndex((byte, index) => byte !== other[index]);
  return 8 * at + Math.clz32((one[at] ?? 0) ^ (other[at] ?? 0)) - 24;
}

export function compareKeys(one: Uint8Array, other: Uint8Array): number {
  const at = one.findIndex((byte, index) => byte !== other[index]);
  return at < 0 ? 0 : (one[at] ?? 0) - (other[at] ?? 0);
}
