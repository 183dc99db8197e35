import { utf8 } from '../../bytes';
import type { Hash } from '../../merkle/hash';
import type { HeadEntry } from '../heads-map';

interface Place {
  /** 256 digits, 0 or 1. */
  readonly bits: string;
  readonly node: Uint8Array;
}

/** Root of the map, computed level by level as the format has it, and by nothing else. */
export const plainRoot = (hash: Hash, entries: readonly HeadEntry[]): Uint8Array =>
  plainNode(
    hash,
    0,
    entries.map((entry) => plainPlace(hash, entry)),
  );

function plainPlace(hash: Hash, { stream, rev, leaf }: HeadEntry): Place {
  const key = hash.digest(Uint8Array.of(6, ...utf8(stream)));
  const bits = [...key].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  const revision = BigInt.asUintN(64, BigInt(rev)).toString(16).padStart(16, '0').match(/../g) ?? [];
  const bytes = revision.map((digits) => parseInt(digits, 16));
  return { bits, node: hash.digest(Uint8Array.of(4, ...key, ...bytes, ...leaf)) };
}

function plainNode(hash: Hash, depth: number, places: readonly Place[]): Uint8Array {
  const [first] = places;
  if (!first) return new Uint8Array(32);
  if (depth === 256) return first.node;
  const side = (bit: string) =>
    plainNode(
      hash,
      depth + 1,
      places.filter(({ bits }) => bits[depth] === bit),
    );
  return hash.digest(Uint8Array.of(5, ...side('0'), ...side('1')));
}
