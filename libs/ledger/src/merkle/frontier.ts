import { emptyRoot, nodeHash, type Hash } from './hash';

/** A tree's perfect subtrees, from left to right: all that is needed to let it grow. */
export interface Frontier {
  readonly size: number;
  readonly hashes: readonly Uint8Array[];
}

export const EMPTY_FRONTIER: Frontier = { size: 0, hashes: [] };

/** What a frontier gives that has too few hashes for its size; of nothing no node is made. */
const NO_HASH = new Uint8Array(0);

/** Told of each perfect subtree that came to be: its level, from 0 for leaves, and its index in that level. */
export type OnNode = (level: number, index: number, hash: Uint8Array) => void;

/** The tree with further leaves. */
export function grow(
  hash: Hash,
  frontier: Frontier,
  leafHashes: readonly Uint8Array[],
  onNode: OnNode = () => undefined,
): Frontier {
  const hashes = [...frontier.hashes];
  let { size } = frontier;
  for (const leaf of leafHashes) {
    let [level, index, subtree] = [0, size, leaf];
    onNode(level, index, subtree);
    while (index % 2 === 1) {
      subtree = nodeHash(hash, hashes.pop() ?? NO_HASH, subtree);
      [level, index] = [level + 1, (index - 1) / 2];
      onNode(level, index, subtree);
    }
    hashes.push(subtree);
    size++;
  }
  return { size, hashes };
}

export function rootOfFrontier(hash: Hash, { hashes }: Frontier): Uint8Array {
  return (
    hashes.reduceRight<Uint8Array | undefined>(
      (right, left) => (right ? nodeHash(hash, left, right) : left),
      undefined,
    ) ?? emptyRoot(hash)
  );
}

export const rootOf = (hash: Hash, leafHashes: readonly Uint8Array[]): Uint8Array =>
  rootOfFrontier(hash, grow(hash, EMPTY_FRONTIER, leafHashes));

/** The perfect subtrees that make up a tree of so many leaves, from left to right. */
export function perfectSubtrees(size: number): readonly { readonly level: number; readonly index: number }[] {
  const subtrees: { level: number; index: number }[] = [];
  for (let [level, nodes] = [0, size]; nodes > 0; level++, nodes = Math.floor(nodes / 2))
    if (nodes % 2 === 1) subtrees.unshift({ level, index: nodes - 1 });
  return subtrees;
}
