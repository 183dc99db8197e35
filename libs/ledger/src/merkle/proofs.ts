import { nodeHash, type Hash } from './hash';
import { perfectSubtrees } from './frontier';

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
  return path(index, { from: 0, to: size }, rangeReader(hash, readNode));
}

/** RFC 6962 §2.1.2: the hashes from which the roots of both trees follow. */
export async function consistencyProof(
  hash: Hash,
  from: number,
  to: number,
  readNode: NodeReader,
): Promise<readonly Uint8Array[]> {
  if (!(from >= 0 && from <= to)) throw new RangeError(`from ${String(from)} to ${String(to)}`);
  return from === 0 || from === to ? [] : subproof(from, { from: 0, to }, true, rangeReader(hash, readNode));
}

/** Leaves from `from` up to but not including `to`; `from` is where a perfect subtree may begin. */
interface Range {
  readonly from: number;
  readonly to: number;
}

type RangeReader = (range: Range) => Promise<Uint8Array>;

const rangeReader =
  (hash: Hash, readNode: NodeReader): RangeReader =>
  async ({ from, to }) => {
    const subtrees = perfectSubtrees(to - from);
    const hashes = await Promise.all(
      subtrees.map(({ level, index }) => readNode(level, from / 2 ** level + index)),
    );
    return hashes.reduceRight((right, left) => nodeHash(hash, left, right));
  };

async function path(index: number, { from, to }: Range, rootOf: RangeReader): Promise<readonly Uint8Array[]> {
  if (to - from === 1) return [];
  const middle = from + largestPowerBelow(to - from);
  const [left, right] = [
    { from, to: middle },
    { from: middle, to },
  ];
  return index < middle
    ? [...(await path(index, left, rootOf)), await rootOf(right)]
    : [...(await path(index, right, rootOf)), await rootOf(left)];
}

async function subproof(
  size: number,
  { from, to }: Range,
  isKnown: boolean,
  rootOf: RangeReader,
): Promise<readonly Uint8Array[]> {
  if (size === to) return isKnown ? [] : [await rootOf({ from, to })];
  const middle = from + largestPowerBelow(to - from);
  const [left, right] = [
    { from, to: middle },
    { from: middle, to },
  ];
  return size <= middle
    ? [...(await subproof(size, left, isKnown, rootOf)), await rootOf(right)]
    : [...(await subproof(size, right, false, rootOf)), await rootOf(left)];
}

/** The largest power of two below a size of at least two. */
function largestPowerBelow(size: number): number {
  let power = 1;
  while (power * 2 < size) power *= 2;
  return power;
}
