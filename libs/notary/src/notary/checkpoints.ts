import type { LogName, Sql } from '@liuhen/kernel';
import { consistencyProof, originOfStart, type Hash, type NodeReader } from '@liuhen/ledger';
import type { SignerClient, SignOutcome } from '@liuhen/signing';
import { lastCheckpoint, writeCheckpoint, type SignedCheckpoint } from '../tables/checkpoint-table';

export interface CheckpointPlace {
  readonly db: Sql;
  readonly log: LogName;
  /** Origin of the log. */
  readonly origin: string;
  readonly hash: Hash;
  readonly signer: Pick<SignerClient, 'sign'>;
  readonly nodesOf: (size: number) => NodeReader;
}

/** A tree to be signed. */
export interface TreeHead {
  readonly start: number;
  readonly size: number;
  readonly root: Uint8Array;
}

/** The signer has signed more than the tree has, or something else: the log was put back or rewritten. */
class NotContinued extends Error {
  override readonly name = 'NotContinued';
  constructor(origin: string, signed: number, size: number) {
    super(
      `日志 ${origin} 与签署进程上次签署的检查点（${String(signed)} 条）不相接，现有 ${String(size)} 条，拒绝签署；` +
        '如确系恢复备份，由运维在签署进程所在的机器上申明重新起算：liuhen signer new-start',
    );
  }
}

/**
 * Has a tree signed that has grown since.
 *
 * @returns the checkpoint; `undefined` if there is nothing new, or the signer asks for patience
 * @throws NotContinued
 */
export async function signTree(
  place: CheckpointPlace,
  tree: TreeHead,
): Promise<SignedCheckpoint | undefined> {
  const last = await lastCheckpoint(place.db, place.log, tree.start);
  if (tree.size === (last?.size ?? 0)) return undefined;
  let oldSize = last?.size ?? 0;
  let outcome = await sign(place, tree, oldSize);
  if (outcome.kind === 'conflict' && outcome.size <= tree.size) {
    oldSize = outcome.size;
    outcome = await sign(place, tree, oldSize);
  }
  if (outcome.kind === 'too-soon') return undefined;
  if (outcome.kind !== 'signed')
    throw new NotContinued(place.origin, outcome.kind === 'conflict' ? outcome.size : oldSize, tree.size);
  const checkpoint = { start: tree.start, size: tree.size, note: outcome.note };
  await writeCheckpoint(place.db, place.log, checkpoint);
  return checkpoint;
}

async function sign(
  { origin, hash, signer, nodesOf }: CheckpointPlace,
  { start, size, root }: TreeHead,
  oldSize: number,
): Promise<SignOutcome> {
  if (oldSize > size) return { kind: 'conflict', size: oldSize };
  const proof = await consistencyProof(hash, oldSize, size, nodesOf(size));
  return signer.sign({ checkpoint: { origin: originOfStart(origin, start), size, root }, oldSize, proof });
}
