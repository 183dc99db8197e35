import { keyEvents } from '@liuhen/courts';
import type { EventStore, Page } from '@liuhen/event-store';
import { payloadData, type StoredEvent } from '@liuhen/kernel';
import { FINDINGS, keysToldBy, nodeSuite, ownSignature, type ProvenKey } from '@liuhen/ledger';
import { ledgerFinding, type LedgerFinding } from './ledger-finding';

const PAGE = 2_000;
/** As the logs allow it between servers. */
const SKEW_S = 10;

/**
 * Finds the events of a log whose person's own signature does not hold.
 *
 * @param administration the log in which keys are registered.
 */
export async function* checkOwnSignatures(
  store: EventStore,
  administration: EventStore,
): AsyncGenerator<LedgerFinding> {
  const keys = await keysIn(administration);
  for await (const { header } of eventsOf(store)) {
    const fault = ownSignature(header, keys, nodeSuite, SKEW_S)?.fault;
    if (fault === undefined) continue;
    const place = `${header.stream} 第 ${String(header.rev + 1)} 条`;
    yield ledgerFinding('own-signature-mismatch', `${place}，${FINDINGS[fault].text}`);
  }
}

async function keysIn(administration: EventStore): Promise<readonly ProvenKey[]> {
  const told: StoredEvent[] = [];
  for await (const event of eventsOf(administration, Object.keys(keyEvents))) told.push(event);
  return keysToldBy(told.map(({ header, payloadText }) => ({ header, data: payloadData(payloadText) })));
}

async function* eventsOf(store: EventStore, types?: readonly string[]): AsyncGenerator<StoredEvent> {
  for (let page: Page | undefined; !page?.atHead;) {
    page = await store.readPage({ after: page?.scannedTo, types, limit: PAGE });
    yield* page.events;
  }
}
