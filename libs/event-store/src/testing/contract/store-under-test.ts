import { instantOf, epochMsOf, type Instant, type LogIdentity, type SealedEvent } from '@liuhen/kernel';
import type { AppendResult, EventStore, SubscriptionItem, SubscriptionRequest } from '../../event-store';
import { requestFor, sealedChain, type ChainOptions } from '../sealed-chain';

/** An empty log of its own for each test, as an adapter gives it to the contract suite. */
export interface StoreUnderTest {
  readonly store: EventStore;
  /** A second store on the same log, as another process has it. */
  another(): Promise<EventStore>;
  close(): Promise<void>;
}

export type OpenStore = (identity: LogIdentity) => Promise<StoreUnderTest>;

/** Stores one chain of so many events, and says what was stored. */
export async function given(
  store: EventStore,
  stream: string,
  count: number,
  options: ChainOptions = {},
): Promise<{ readonly events: readonly SealedEvent[]; readonly result: AppendResult }> {
  const events = sealedChain(count, { log: store.identity, stream, ...options });
  return { events, result: await store.append(requestFor(events)) };
}

/** What an event is, without where it lies. */
export const textsOf = (
  events: readonly SealedEvent[],
): readonly Pick<SealedEvent, 'header' | 'headerText' | 'payloadText' | 'leafHash'>[] =>
  events.map(({ header, headerText, payloadText, leafHash }) => ({
    header,
    headerText,
    payloadText,
    leafHash,
  }));

export const idsOf = (events: readonly SealedEvent[]): readonly string[] =>
  events.map(({ header }) => header.id);

export const later = (instant: Instant, ms: number): Instant => instantOf(epochMsOf(instant) + ms);

/** Takes items until one satisfies the condition, which is the last. */
export async function takeUntil(
  store: EventStore,
  request: Omit<SubscriptionRequest, 'signal'>,
  isLast: (item: SubscriptionItem, taken: readonly SubscriptionItem[]) => boolean,
): Promise<readonly SubscriptionItem[]> {
  const items: SubscriptionItem[] = [];
  const { signal } = new AbortController();
  for await (const item of store.subscribe({ ...request, signal })) {
    items.push(item);
    if (isLast(item, items)) break;
  }
  return items;
}

export const eventsIn = (items: readonly SubscriptionItem[]): readonly string[] =>
  items.flatMap((item) => (item.kind === 'event' ? [item.event.header.id] : []));

export const isCaughtUp = ({ kind }: SubscriptionItem): boolean => kind === 'caught-up';
