import { EMPTY_FRONTIER, grow, rootOf, rootOfFrontier, type Frontier } from '../merkle/frontier';
import type { Hash } from '../merkle/hash';
import { consistencyProof, inclusionProof, type NodeReader } from '../merkle/proofs';

/** A tree in memory that remembers every node, so that anything can be proved of it at any of its sizes. */
export class LabTree {
  #frontier: Frontier = EMPTY_FRONTIER;
  readonly #levels: Uint8Array[][] = [];
  readonly #roots: Uint8Array[];

  constructor(private readonly hash: Hash) {
    this.#roots = [rootOf(hash, [])];
  }

  get size(): number {
    return this.#frontier.size;
  }

  add(leaf: Uint8Array): void {
    this.#frontier = grow(this.hash, this.#frontier, [leaf], (level, _, node) => {
      (this.#levels[level] ??= []).push(node);
    });
    this.#roots.push(rootOfFrontier(this.hash, this.#frontier));
  }

  /** Root of the tree when it had so many leaves. */
  root(size = this.size): Uint8Array {
    return present(this.#roots[size]);
  }

  inclusion(index: number, size: number): Promise<readonly Uint8Array[]> {
    return inclusionProof(this.hash, index, size, this.#node);
  }

  consistency(from: number, to: number): Promise<readonly Uint8Array[]> {
    return consistencyProof(this.hash, from, to, this.#node);
  }

  readonly #node: NodeReader = (level, index) => Promise.resolve(present(this.#levels[level]?.[index]));
}

function present(node: Uint8Array | undefined): Uint8Array {
  if (!node) throw new RangeError('the tree is not so large');
  return node;
}
