import { equalBytes } from '../bytes';
import type { Checkpoint } from '../checkpoint/checkpoint';
import { emptyRoot, type Hash } from '../merkle/hash';
import { verifyConsistency } from '../merkle/verify';

type TreeHead = Pick<Checkpoint, 'size' | 'root'>;

/** What is asked of whoever signs checkpoints of a log. */
export interface GrowthRequest {
  readonly oldSize: number;
  readonly proof: readonly Uint8Array[];
  readonly checkpoint: TreeHead;
}

export type GrowthVerdict =
  | 'sign'
  /** 409: it has signed this size last, be it another, be it with another root. */
  | { readonly conflict: number }
  /** 422: what is to be signed does not continue what was signed. */
  | 'inconsistent'
  /** 400: a tree does not shrink. */
  | 'malformed';

/**
 * Whether a checkpoint of a log may be signed after the last one that was, as in C2SP tlog-witness. Two requests must
 * not be judged by the same last checkpoint: judging and recording is one step.
 */
export function judgeGrowth(
  hash: Hash,
  last: TreeHead | undefined,
  { oldSize, proof, checkpoint }: GrowthRequest,
): GrowthVerdict {
  const from = last ?? { size: 0, root: emptyRoot(hash) };
  if (oldSize > checkpoint.size) return 'malformed';
  if (oldSize !== from.size) return { conflict: from.size };
  if (isTwin(from, checkpoint) && from.size > 0) return { conflict: from.size };
  const growth = {
    from: from.size,
    to: checkpoint.size,
    fromRoot: from.root,
    toRoot: checkpoint.root,
    proof,
  };
  return verifyConsistency(hash, growth) ? 'sign' : 'inconsistent';
}

/** Another tree of the same size. Of the empty tree there is but one root, so that any other is no tree's. */
const isTwin = (one: TreeHead, other: TreeHead): boolean =>
  one.size === other.size && !equalBytes(one.root, other.root);
