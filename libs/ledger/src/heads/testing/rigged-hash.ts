import { fromHex, textOf } from '../../bytes';
import type { Hash } from '../../merkle/hash';

const KEY = 0x06;

/** A hash for which the place of a stream in the map is its name, in hexadecimal. */
export const riggedHash = (hash: Hash): Hash => ({
  algorithm: hash.algorithm,
  digest: (content) => (content[0] === KEY ? fromHex(textOf(content.subarray(1))) : hash.digest(content)),
});

/** Keys that part from the one of zeros at these bits. */
export const riggedKeys = (bits: readonly number[]): readonly string[] =>
  bits.map((bit) => (1n << BigInt(255 - bit)).toString(16).padStart(64, '0'));
