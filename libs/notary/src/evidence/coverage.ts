import { setTimeout as delay } from 'node:timers/promises';
import { quorumMet, type Policy } from '@liuhen/ledger';
import { Problem } from '@liuhen/platform';
import type { LogLedger } from '../reading/ledgers';
import { channelOf } from '../notary/log-connection';
import { cosignaturesOf } from '../tables/checkpoint-table';
import { MISSING, stateOver, type CoveringState, type Missing } from './covering-state';

const PATIENCE_MS = 5_000;
const POLL_MS = 100;

/**
 * Asks the notary for heads that speak for so many leaves, until a checkpoint over them is cosigned.
 *
 * @param attempt gives the result, or what is missing for it
 * @throws Problem `evidence-incomplete` with what is missing after 5 s
 */
export async function onceCovered<Result extends object>(
  { db, log }: LogLedger,
  sizeNow: () => Promise<number>,
  attempt: (size: number) => Promise<Result | Missing>,
): Promise<Result> {
  const deadline = performance.now() + PATIENCE_MS;
  for (;;) {
    const size = await sizeNow();
    await db.query('select pg_notify($1, $2)', [channelOf(log), String(size)]);
    const result = await attempt(size);
    if (typeof result !== 'string') return result;
    if (performance.now() > deadline)
      throw new Problem('evidence-incomplete', { detail: `证据尚缺${MISSING[result]}，请稍后再取` });
    await delay(POLL_MS);
  }
}

/** The state of the ledger, if it covers so many leaves and enough cosigners have signed; otherwise what is missing. */
export async function cosignedStateOver(
  ledger: LogLedger,
  size: number,
  policy: Policy,
): Promise<CoveringState | Missing> {
  const state = await stateOver(ledger, size);
  if (typeof state === 'string') return state;
  const signed = await cosignaturesOf(ledger.db, ledger.log, state.checkpoint);
  return quorumMet(policy, new Set(signed.map(({ cosigner }) => cosigner))) ? state : 'cosignatures';
}
