import { chinaTimeOf } from '@liuhen/kernel';
import type { StreamInHeads } from '../../bundle/bundle';
import { fromHex } from '../../bytes';
import { verifyAbsence, verifyPresence } from '../../heads/verify-head';
import type { Hash } from '../../merkle/hash';
import { verifyConsistency } from '../../merkle/verify';
import type { Evidence } from '../evidence';
import { recordedHeads } from '../recorded-heads';
import type { Check } from './check';

/** The heads are an event of this log, speak for a tree that the checkpoint continues, and say what is told of them. */
export const checkHeads: Check = (evidence) => {
  const { bundle, hash } = evidence;
  const heads = recordedHeads(evidence);
  if (!heads) return { code: 'heads-altered', firstBad: evidence.heads.index };
  if (!isContinued(evidence, heads.treeSize, fromHex(heads.treeRoot)))
    return { code: 'heads-of-other-tree', firstBad: evidence.heads.index };
  const mapRoot = fromHex(heads.mapRoot);
  const wrong = bundle.heads.streams.find((stream) => !isProven(hash, mapRoot, stream));
  if (wrong) return { code: 'head-proof-wrong', detail: wrong.stream };
  return `${chinaTimeOf(heads.recordedAt)} 记录，截至日志的前 ${String(heads.treeSize)} 条，共 ${String(heads.streams)} 个流`;
};

function isContinued({ hash, bundle, checkpoint }: Evidence, from: number, fromRoot: Uint8Array): boolean {
  const { size: to, root: toRoot } = checkpoint.checkpoint;
  return verifyConsistency(hash, { from, to, fromRoot, toRoot, proof: bundle.heads.consistency });
}

const isProven = (hash: Hash, mapRoot: Uint8Array, stream: StreamInHeads): boolean =>
  'absent' in stream
    ? verifyAbsence(hash, mapRoot, stream.stream, stream.proof)
    : verifyPresence(hash, mapRoot, stream, stream.proof);
