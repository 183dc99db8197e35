import { setTimeout as delay } from 'node:timers/promises';
import { quorumMet, type Policy } from '@liuhen/ledger';
import { Problem } from '@liuhen/platform';
import type { LogLedger } from '../reading/ledgers';
import { channelOf } from '../notary/log-connection';
import { cosignaturesOf, lastCheckpoint } from '../tables/checkpoint-table';
import { readTree } from '../tables/tree-table';

const PATIENCE_MS = 5_000;
const POLL_MS = 100;

/** What a bundle still waits for; its words are shown to the reader. */
const MISSING = {
  heads: '各流之末',
  checkpoint: '检查点签名',
  cosignatures: '联署',
} as const;
type Missing = keyof typeof MISSING;

/**
 * Asks the notary for heads that speak for so many leaves, and waits until a checkpoint over them is cosigned.
 *
 * @throws Problem `evidence-incomplete` with what is missing after 5 s
 */
export async function untilCovered(ledger: LogLedger, size: number, policy: Policy): Promise<void> {
  const deadline = performance.now() + PATIENCE_MS;
  for (;;) {
    await ledger.db.query('select pg_notify($1, $2)', [channelOf(ledger.log), String(size)]);
    const missing = await missingFor(ledger, size, policy);
    if (missing === undefined) return;
    if (performance.now() > deadline)
      throw new Problem('evidence-incomplete', { detail: `证据尚缺${MISSING[missing]}，请稍后再取` });
    await delay(POLL_MS);
  }
}

async function missingFor(
  { db, log }: LogLedger,
  size: number,
  policy: Policy,
): Promise<Missing | undefined> {
  const tree = await readTree(db, log);
  if (!tree || tree.heads.leaf === null || tree.heads.size < size) return 'heads';
  const checkpoint = await lastCheckpoint(db, log, tree.start);
  if (!checkpoint || checkpoint.size <= tree.heads.leaf) return 'checkpoint';
  const cosigners = (await cosignaturesOf(db, log, checkpoint)).map(({ cosigner }) => cosigner);
  return quorumMet(policy, new Set(cosigners)) ? undefined : 'cosignatures';
}
