import { perfectSubtrees, rootOfFrontier, type Frontier } from './frontier';
import type { Hash } from './hash';

/** The hash of a perfect subtree, by its level, from 0 for leaves, and its index in that level. */
export type NodeReader = (level: number, index: number) => Promise<Uint8Array>;

/** RFC 6962 §2.1.1: the hashes from which, with the leaf, the root of the tree follows. */
export async function inclusionProof(
  hash: Hash,
  index: number,
  size: number,
  readNode: NodeReader,
): Promise<readonly Uint8Array[]> {
  if (!(index >= 0 && index < size)) throw new RangeError(`leaf ${String(index)} of ${String(size)}`);
  return rootsOf(hash, path(index, { from: 0, to: size }), readNode);
}

/** RFC 6962 §2.1.2: the hashes from which the roots of both trees follow. */
export async function consistencyProof(
  hash: Hash,
  from: number,
  to: number,
  readNode: NodeReader,
): Promise<readonly Uint8Array[]> {
  if (!(from >= 0 && from <= to)) throw new RangeError(`from ${String(from)} to ${String(to)}`);
  return from === 0 ? [] : rootsOf(hash, subproof(from, { from: 0, to }, true), readNode);
}

/** Leaves from `from` up to but not including `to`; `from` is where a perfect subtree may begin. */
interface Range {
  readonly from: number;
  readonly to: number;
}

/** One after the other, since what is read may have but one connection. */
async function rootsOf(
  hash: Hash,
  ranges: readonly Range[],
  readNode: NodeReader,
): Promise<readonly Uint8Array[]> {
  const roots: Uint8Array[] = [];
  for (const range of ranges) roots.push(rootOfFrontier(hash, await readFrontier(readNode, range)));
  return roots;
}

/** The tree that these leaves by themselves are. */
export async function readFrontier(readNode: NodeReader, { from, to }: Range): Promise<Frontier> {
  const size = to - from;
  const hashes: Uint8Array[] = [];
  for (const { level, index } of perfectSubtrees(size))
    hashes.push(await readNode(level, from / 2 ** level + index));
  return { size, hashes };
}

function path(index: number, range: Range): readonly Range[] {
  if (range.to - range.from === 1) return [];
  const [left, right] = halves(range);
  return index < right.from ? [...path(index, left), right] : [...path(index, right), left];
}

/** @param isKnown whether the root of the first `size` leaves is the root of the whole of them. */
function subproof(size: number, range: Range, isKnown: boolean): readonly Range[] {
  if (size === range.to) return isKnown ? [] : [range];
  const [left, right] = halves(range);
  return size <= right.from
    ? [...subproof(size, left, isKnown), right]
    : [...subproof(size, right, false), left];
}

/** At the largest power of two that leaves something to the right. */
function halves({ from, to }: Range): readonly [left: Range, right: Range] {
  let width = 1;
  while (2 * width < to - from) width *= 2;
  return [
    { from, to: from + width },
    { from: from + width, to },
  ];
}
