import type { LogIdentity } from '@liuhen/kernel';
import {
  attest,
  equalBytes,
  Malformed,
  nodeSuite,
  originOfStart,
  parseNote,
  type Attested,
  type Policy,
} from '@liuhen/ledger';
import type { SignedCheckpoint } from '../tables/checkpoint-table';
import { ledgerFinding, type LedgerFinding } from './ledger-finding';

/** @param root of the log's tree at the size of the checkpoint. */
export function* checkCheckpoint(
  { origin }: LogIdentity,
  policy: Policy,
  { start, size, note }: SignedCheckpoint,
  root: Uint8Array,
): Generator<LedgerFinding> {
  const attested = read(policy, note);
  const isSound =
    attested?.checkpoint.origin === originOfStart(origin, start) &&
    attested.checkpoint.size === size &&
    equalBytes(attested.checkpoint.root, root) &&
    (attested.log === 'holds' || attested.log === 'unknown');
  if (!isSound)
    yield ledgerFinding('checkpoint-mismatch', `${String(size)} 个事件，第 ${String(start)} 次起算`);
}

function read(policy: Policy, note: string): Attested | undefined {
  try {
    return attest(nodeSuite, policy, parseNote(note));
  } catch (error) {
    if (error instanceof Malformed) return undefined;
    throw error;
  }
}
