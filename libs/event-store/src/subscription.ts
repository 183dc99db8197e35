import type { Position } from '@liuhen/kernel';
import { StoreUnavailable } from './errors';
import type { Page, PageRequest, SubscriptionItem, SubscriptionRequest } from './event-store';
import { pause } from './pause';

/** What a subscription is made of: pages, and a way to be told that there may be another. */
export interface PageSource {
  readPage(request: PageRequest): Promise<Page>;
  /** Resolves once the log has events after the position, or may have; and when the signal says so. */
  beyond(position: Position | undefined, signal: AbortSignal): Promise<void>;
}

const PAGE_SIZE = 1_000;
const RETRY_MS = 250;

/**
 * Pages one after the other, each read when the consumer has taken the one before; a place once given is never
 * given again, so that a log that cannot be reached for a while costs time only.
 */
export async function* subscribeToPages(
  source: PageSource,
  { after, types, signal }: SubscriptionRequest,
): AsyncGenerator<SubscriptionItem, void, void> {
  let position = after;
  let behind = true;
  while (!isOver(signal)) {
    const page = await readPatiently(source, { after: position, types, limit: PAGE_SIZE }, signal);
    if (!page) return;
    for (const item of itemsOf(page, position)) {
      if (isOver(signal)) return;
      yield item;
    }
    position = page.scannedTo;
    if (page.atHead && behind) yield { kind: 'caught-up' };
    behind = !page.atHead;
    if (page.atHead) await source.beyond(position, signal);
  }
}

function* itemsOf({ events, scannedTo }: Page, after: Position | undefined): Generator<SubscriptionItem> {
  for (const event of events) yield { kind: 'event', event };
  const given = events.at(-1)?.position ?? after;
  if (scannedTo !== undefined && scannedTo !== given) yield { kind: 'checkpoint', position: scannedTo };
}

async function readPatiently(
  source: PageSource,
  request: PageRequest,
  signal: AbortSignal,
): Promise<Page | undefined> {
  while (!isOver(signal)) {
    try {
      return await source.readPage(request);
    } catch (error) {
      if (!(error instanceof StoreUnavailable)) throw error;
      await pause(RETRY_MS, signal);
    }
  }
  return undefined;
}

const isOver = (signal: AbortSignal): boolean => signal.aborted;
