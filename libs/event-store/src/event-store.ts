import type { LogIdentity, Position, SealedEvent, StoredEvent } from '@liuhen/kernel';

/** The revision that the stream must be at; "any" does not exist. */
export type ExpectedRevision = 'no-stream' | number;

export interface AppendRequest {
  readonly stream: string;
  readonly expected: ExpectedRevision;
  /** At least one, with revisions following `expected`. */
  readonly events: readonly SealedEvent[];
}

export interface AppendResult {
  /** Of the last event of the request. */
  readonly position: Position;
  /** The very same events had been stored before: nothing was added. */
  readonly replayed: boolean;
}

export interface AppendOptions {
  /** Give up after so many milliseconds: {@link OutcomeUnknown}, or {@link StoreUnavailable} if never sent. */
  readonly deadlineMs?: number;
}

export interface StreamRange {
  /** First revision; 0 unless said. */
  readonly from?: number;
  readonly limit?: number;
}

export interface PageRequest {
  /** Exclusive; the start of the log unless said. */
  readonly after?: Position | undefined;
  /** Only events of these types; all unless said. */
  readonly types?: readonly string[] | undefined;
  /** Events examined at most, matching or not. */
  readonly limit: number;
}

export interface Page {
  readonly events: readonly StoredEvent[];
  /** The page speaks for all of the log up to here, also where nothing matched; `undefined` in an empty log. */
  readonly scannedTo: Position | undefined;
  /** Nothing came after `scannedTo` when the page was read. */
  readonly atHead: boolean;
}

export type SubscriptionItem =
  | { readonly kind: 'event'; readonly event: StoredEvent }
  /** Everything up to here was examined: safe to resume after it. */
  | { readonly kind: 'checkpoint'; readonly position: Position }
  /** All that was there has been given; what follows is new. */
  | { readonly kind: 'caught-up' };

export interface SubscriptionRequest {
  /** Exclusive; the start of the log unless said. */
  readonly after?: Position | undefined;
  readonly types?: readonly string[] | undefined;
  /** Ends the iteration without an error. */
  readonly signal: AbortSignal;
}

export interface Capabilities {
  /** Positions are 1, 2, 3 … without holes, in commit order. */
  readonly densePositions: boolean;
  /**
   * The log itself judges a request by all that is stored. Otherwise each process does, by what it has seen: nothing
   * is ever stored twice, but of the very same request sent twice at once both may be answered as new, and an event
   * may lag behind those that other processes have just stored.
   */
  readonly judgesInOnePlace: boolean;
  /** Takes redactions and carries them out; otherwise nothing is ever taken away ({@link CannotErase}). */
  readonly erases: boolean;
  /** Longest request in bytes of headers and payloads. */
  readonly maxAppendBytes: number;
  /** Across streams, an event may be recorded so much earlier than the log's latest. */
  readonly maxSkewMs: number;
}

/**
 * One log. Append and read; nothing changes or deletes, but for one thing: the fields that a redaction names
 * (`PAYLOAD_REDACTED`) are gone from the store when its append is answered, and their digests are in their places.
 *
 * Every adapter passes the contract suite in `testing/contract` and is held against the model in `testing/model`. It
 * refuses an event whose `prev` is not the stream's last leaf hash or whose `recordedAt` lies before the stream's last
 * or too far before the log's.
 */
export interface EventStore {
  readonly identity: LogIdentity;
  readonly capabilities: Capabilities;

  /**
   * Stores the events all together, durably, before it returns; sent again with the same ids it answers as before.
   *
   * @throws WrongRevision | BrokenChain | ClockBehind | UnfitRedaction | CannotErase | AppendTooLarge | Overloaded |
   * OutcomeUnknown | StoreUnavailable, and RangeError for a request without events.
   */
  append(request: AppendRequest, options?: AppendOptions): Promise<AppendResult>;

  /** In revision order; empty if there is no such stream. */
  readStream(stream: string, range?: StreamRange): Promise<readonly StoredEvent[]>;

  /** @throws ForeignPosition if the log does not reach `after`: it was put back to an earlier state. */
  readPage(request: PageRequest): Promise<Page>;

  /** Past events, then new ones as they come; never ends but by the signal, reconnects by itself. */
  subscribe(request: SubscriptionRequest): AsyncIterable<SubscriptionItem>;

  /** Position of the last event; `undefined` in an empty log. */
  head(): Promise<Position | undefined>;

  /** Negative, zero or positive as `a` comes before, at or after `b`. @throws ForeignPosition */
  compare(a: Position, b: Position): number;

  /** A position of this log from its text; whether the log reaches it is seen when it is read. @throws ForeignPosition */
  parsePosition(text: string): Position;

  /** Answers what is on its way, takes nothing more and ends the subscriptions. May be called again. */
  close(): Promise<void>;
}
