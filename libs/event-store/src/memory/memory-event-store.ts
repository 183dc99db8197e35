import type { LogIdentity, PayloadText, Position, SealedEvent, StoredEvent } from '@liuhen/kernel';
import { epochMsOf, instantOf } from '@liuhen/kernel';
import { checkRequest, expectedRevision, revisionNumber } from '../check-request';
import { DensePositions } from '../dense-position';
import { BrokenChain, ClockBehind, ForeignPosition, StoreUnavailable, WrongRevision } from '../errors';
import type {
  AppendRequest,
  AppendResult,
  Capabilities,
  EventStore,
  Page,
  PageRequest,
  StreamRange,
  SubscriptionItem,
  SubscriptionRequest,
} from '../event-store';
import { LazyEvent } from '../lazy-event';
import { takesRedactions } from '../log-identity';
import { redactedPayloads } from '../redacted-payloads';
import { subscribeToPages } from '../subscription';

/** A log in memory, for tests. */
export class MemoryEventStore implements EventStore {
  readonly capabilities: Capabilities;

  private readonly events: StoredEvent[] = [];
  private readonly streams = new Map<string, StoredEvent[]>();
  private readonly positions: DensePositions;
  private readonly waiting = new Set<() => void>();
  private readonly closing = new AbortController();
  private latest = '';

  constructor(readonly identity: LogIdentity) {
    this.positions = new DensePositions(identity.name);
    this.capabilities = {
      densePositions: true,
      judgesInOnePlace: true,
      erases: takesRedactions(identity),
      maxAppendBytes: 4 * 1024 * 1024,
      maxSkewMs: 10_000,
    };
  }

  async append(request: AppendRequest): Promise<AppendResult> {
    checkRequest(this.identity, this.capabilities, request);
    await this.turn();
    const history = this.streams.get(request.stream) ?? [];
    const earlier = this.earlierResult(history, request);
    if (earlier) return earlier;
    this.refuse(history, request);
    const payloads = redactedPayloads(this.identity.hash, history, request);
    const position = this.store(history, request);
    this.erase(history, payloads);
    return { position, replayed: false };
  }

  async readStream(stream: string, { from = 0, limit }: StreamRange = {}): Promise<readonly StoredEvent[]> {
    await this.turn();
    const events = this.streams.get(stream) ?? [];
    return events.slice(from, limit === undefined ? undefined : from + limit);
  }

  async readPage({ after, types, limit }: PageRequest): Promise<Page> {
    const from = Number(this.positions.numberOf(after));
    await this.turn();
    if (from > this.events.length) throw new ForeignPosition(String(after));
    const examined = this.events.slice(from, from + limit);
    return {
      events: examined.filter(({ header }) => types === undefined || types.includes(header.type)),
      scannedTo: examined.at(-1)?.position ?? after,
      atHead: from + examined.length === this.events.length,
    };
  }

  subscribe(request: SubscriptionRequest): AsyncIterable<SubscriptionItem> {
    const signal = AbortSignal.any([request.signal, this.closing.signal]);
    return subscribeToPages(this, { ...request, signal });
  }

  async head(): Promise<Position | undefined> {
    await this.turn();
    return this.events.at(-1)?.position;
  }

  compare(a: Position, b: Position): number {
    return this.positions.compare(a, b);
  }

  parsePosition(text: string): Position {
    return this.positions.parse(text);
  }

  async close(): Promise<void> {
    this.closing.abort();
    await Promise.resolve();
  }

  /** Resolves once the log goes on after the position, or at the signal. */
  beyond(position: Position | undefined, signal: AbortSignal): Promise<void> {
    if (this.events.length > Number(this.positions.numberOf(position)) || signal.aborted)
      return Promise.resolve();
    return new Promise((resolve) => {
      const done = (): void => {
        this.waiting.delete(done);
        signal.removeEventListener('abort', done);
        resolve();
      };
      this.waiting.add(done);
      signal.addEventListener('abort', done);
    });
  }

  /** Lets others go first, as a database would. */
  private async turn(): Promise<void> {
    await Promise.resolve();
    if (this.closing.signal.aborted) throw new StoreUnavailable('closed');
  }

  private earlierResult(
    history: readonly StoredEvent[],
    { expected, events }: AppendRequest,
  ): AppendResult | undefined {
    const first = revisionNumber(expected) + 1;
    const stored = history.slice(first, first + events.length);
    const same = stored.length === events.length && stored.every(sameLeafAs(events));
    const last = stored.at(-1);
    return same && last ? { position: last.position, replayed: true } : undefined;
  }

  private refuse(history: readonly StoredEvent[], { stream, expected, events }: AppendRequest): void {
    const last = history.at(-1);
    const first = events[0]?.header;
    const actual = history.length - 1;
    if (actual !== revisionNumber(expected))
      throw new WrongRevision(stream, expected, expectedRevision(actual));
    if (first?.prev !== (last?.leafHash ?? null)) throw new BrokenChain(stream);
    if (first.recordedAt < (last?.header.recordedAt ?? '') || first.recordedAt < this.oldestAllowed())
      throw new ClockBehind(stream);
  }

  private oldestAllowed(): string {
    return this.latest === '' ? '' : instantOf(epochMsOf(this.latest) - this.capabilities.maxSkewMs);
  }

  private erase(history: StoredEvent[], payloads: ReadonlyMap<number, PayloadText>): void {
    for (const [rev, payloadText] of payloads) {
      const event = history[rev];
      if (!event) throw new RangeError(`no revision ${String(rev)}`);
      const left = new LazyEvent(event.position, event.leafHash, event.headerText, payloadText);
      this.events[this.events.indexOf(event)] = left;
      history[rev] = left;
    }
  }

  private store(history: StoredEvent[], { stream, events }: AppendRequest): Position {
    for (const event of events) {
      const position = this.positions.of(String(this.events.length + 1));
      const stored = new LazyEvent(position, event.leafHash, event.headerText, event.payloadText);
      this.events.push(stored);
      history.push(stored);
      if (event.header.recordedAt > this.latest) this.latest = event.header.recordedAt;
    }
    this.streams.set(stream, history);
    for (const wake of [...this.waiting]) wake();
    return this.positions.of(String(this.events.length));
  }
}

const sameLeafAs =
  (events: readonly SealedEvent[]) =>
  ({ leafHash }: StoredEvent, index: number): boolean =>
    leafHash === events[index]?.leafHash;
