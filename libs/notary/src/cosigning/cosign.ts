import type { LogName, Sql } from '@liuhen/kernel';
import {
  checkSignature,
  consistencyProof,
  formatAddCheckpoint,
  formatNote,
  nodeSuite,
  parseNote,
  type Hash,
  type NodeReader,
  type SignedNote,
  type Witness,
} from '@liuhen/ledger';
import { lastCosigned, writeCosignature, type SignedCheckpoint } from '../tables/checkpoint-table';
import { addCheckpoint, type CosignOutcome } from './witness-client';

export interface CosigningPlace {
  readonly db: Sql;
  readonly log: LogName;
  readonly hash: Hash;
  readonly nodesOf: (size: number) => NodeReader;
}

/** A cosigner that can be asked over the network. */
export type ReachableWitness = Witness & { readonly url: string };

/** A cosigner's answer is not what it should have been. */
class NotCosigned extends Error {
  override readonly name = 'NotCosigned';
}

/**
 * Asks a cosigner for its signature under a checkpoint, and keeps it if it holds.
 *
 * @throws NotCosigned if it refuses, or what it gives is not its signature
 */
export async function cosign(
  place: CosigningPlace,
  witness: ReachableWitness,
  checkpoint: SignedCheckpoint,
): Promise<void> {
  const { db, log } = place;
  const note = parseNote(checkpoint.note);
  const last = await lastCosigned(db, log, checkpoint.start, witness.name);
  let outcome = await ask(place, witness, checkpoint, note, Math.min(last, checkpoint.size));
  if (outcome.kind === 'conflict' && outcome.size <= checkpoint.size)
    outcome = await ask(place, witness, checkpoint, note, outcome.size);
  if (outcome.kind === 'conflict')
    throw new NotCosigned(
      `${witness.name} 已联署 ${String(outcome.size)} 条，多于 ${String(checkpoint.size)} 条`,
    );
  if (outcome.kind === 'refused')
    throw new NotCosigned(`${witness.name} 拒绝联署（${String(outcome.status)}）：${outcome.reason}`);
  const { line, time } = signatureIn(outcome.lines, witness, note);
  await writeCosignature(db, log, { ...checkpoint, cosigner: witness.name, signedAt: time, line });
}

async function ask(
  { hash, nodesOf }: CosigningPlace,
  { url }: ReachableWitness,
  { size }: SignedCheckpoint,
  note: SignedNote,
  oldSize: number,
): Promise<CosignOutcome> {
  const proof = await consistencyProof(hash, oldSize, size, nodesOf(size));
  return addCheckpoint(url, formatAddCheckpoint({ oldSize, proof, note }));
}

function signatureIn(lines: string, { key, name }: Witness, { text }: SignedNote) {
  for (const signature of parseNote(`${text}\n${lines}`).signatures) {
    const time = checkSignature(nodeSuite, text, key, signature)?.time;
    if (time === undefined) continue;
    const line = formatNote({ text, signatures: [signature] }).slice(text.length + 1);
    return { line, time };
  }
  throw new NotCosigned(`${name} 的联署无效`);
}
