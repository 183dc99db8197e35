import { utf8 } from '../../bytes';
import { leafHash, type Hash } from '../hash';

/** Hashes of entries that are the numbers of their leaves. */
export const someLeaves = (hash: Hash, count: number): readonly Uint8Array[] =>
  Array.from({ length: count }, (_, index) => leafHash(hash, utf8(String(index))));
