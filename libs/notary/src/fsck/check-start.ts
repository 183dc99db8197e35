import type { EventStore } from '@liuhen/event-store';
import { payloadData, type StoredEvent } from '@liuhen/kernel';
import { RESTARTS_STREAM } from '@liuhen/ledger';
import type { Tree } from '../tables/tree-table';
import { ledgerFinding, type LedgerFinding } from './ledger-finding';

/** A start is declared in the log before it is in force; that it is, checkpoints show. */
export async function* checkStart(store: EventStore, { start }: Tree): AsyncGenerator<LedgerFinding> {
  const declared = (await store.readStream(RESTARTS_STREAM)).map(startIn);
  if (start < 1 || start > Math.max(1, ...declared))
    yield ledgerFinding('start-mismatch', `第 ${String(start)} 次`);
}

/** 0 if it says nothing that can be read. */
function startIn({ payloadText }: StoredEvent): number {
  try {
    const { start } = payloadData(payloadText);
    return typeof start === 'number' ? start : 0;
  } catch {
    return 0;
  }
}
