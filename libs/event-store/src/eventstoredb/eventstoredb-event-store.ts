import type { LogIdentity, Position, StoredEvent } from '@liuhen/kernel';
import { checkRequest } from '../check-request';
import { Overloaded, StoreUnavailable } from '../errors';
import type {
  AppendOptions,
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
import { HeadFeed } from '../head-feed';
import { Appender } from './appender';
import { Calls } from './calls';
import { foundLog } from './founding';
import { KnownEvents } from './known-events';
import { listenToAll } from './listen';
import { LogReader } from './log-reader';
import { PlacePositions } from './positions';
import { StreamNames } from './stream-names';

export interface EventStoreDbLimits {
  /** The server's MaxAppendSize, in bytes. */
  readonly maxAppendSize: number;
  /** Appends waiting for their answers at once; more are refused as {@link Overloaded}. */
  readonly inFlight: number;
  /** An event may be recorded so much earlier than the latest that this process knows of. */
  readonly maxSkewMs: number;
  /** The longest that the server may be silent: a read fails then, an append is sent again. */
  readonly silenceMs: number;
}

export interface EventStoreDbEventStoreOptions {
  /** Connection string, `esdb://user:password@host:2113`; the user must be allowed to read `$all`. */
  readonly url: string;
  readonly log: LogIdentity;
  /** Tells deployments on one server apart. */
  readonly namespace?: string;
  /** Told in Chinese what an operator should change. */
  readonly onWarning?: (message: string) => void;
  readonly limits?: Partial<EventStoreDbLimits>;
}

const LIMITS: EventStoreDbLimits = {
  maxAppendSize: 1024 * 1024,
  inFlight: 1_000,
  maxSkewMs: 10_000,
  silenceMs: 3_000,
};

const NAMESPACE = 'liuhen';
/** Kept free in an append for what is neither header nor payload: frames and types of a hundred events. */
const OVERHEAD_BYTES = 16 * 1024;
const DEADLINE_MS = 10_000;
const RETRY_AFTER_MS = 100;
const POLL_MS = 2_000;

/**
 * A log as streams of an EventStoreDB (22.6 or later) or KurrentDB, beside other logs.
 *
 * The chain and the clock of a stream are checked as strictly as elsewhere; the lag behind the log only against the
 * events that this process knows of.
 */
export class EventStoreDbEventStore implements EventStore {
  readonly identity: LogIdentity;
  readonly capabilities: Capabilities;

  private readonly appending = new Set<Promise<AppendResult>>();
  private readonly closing = new AbortController();
  private readonly feed: HeadFeed;
  private closed: Promise<void> | undefined;

  private constructor(
    { log }: EventStoreDbEventStoreOptions,
    private readonly limits: EventStoreDbLimits,
    private readonly calls: Calls,
    private readonly positions: PlacePositions,
    private readonly reader: LogReader,
    private readonly appender: Appender,
    names: StreamNames,
  ) {
    this.identity = log;
    this.capabilities = {
      densePositions: false,
      judgesInOnePlace: false,
      erases: false,
      maxAppendBytes: limits.maxAppendSize - OVERHEAD_BYTES,
      maxSkewMs: limits.maxSkewMs,
    };
    this.feed = new HeadFeed({
      readHead: async () => this.commitOf(await reader.head()),
      listen: listenToAll(calls, names.prefix),
      pollMs: POLL_MS,
    });
  }

  /** Founds the log if there is none. @throws ForeignLog | StoreUnavailable, TypeError for an unusable URL. */
  static async open(options: EventStoreDbEventStoreOptions): Promise<EventStoreDbEventStore> {
    const { url, log: identity, namespace = NAMESPACE, onWarning } = options;
    const limits = { ...LIMITS, ...options.limits };
    const names = new StreamNames(namespace, identity.name);
    const calls = Calls.connect(url, limits.silenceMs);
    if (!calls.isEncrypted) onWarning?.('EventStoreDB 连接未加密，服务器不核对账号：只可用于测试');
    const positions = new PlacePositions(identity.name);
    const known = new KnownEvents();
    try {
      const founding = await foundLog(calls, names, identity);
      const reader = await LogReader.open({ calls, names, identity, positions, known, founding });
      const appender = new Appender({ calls, names, identity, reader, known, ...limits });
      return new EventStoreDbEventStore(options, limits, calls, positions, reader, appender, names);
    } catch (error) {
      await calls.dispose();
      throw error;
    }
  }

  async append(
    request: AppendRequest,
    { deadlineMs = DEADLINE_MS }: AppendOptions = {},
  ): Promise<AppendResult> {
    checkRequest(this.identity, this.capabilities, request);
    this.mustBeOpen();
    if (this.appending.size >= this.limits.inFlight) throw new Overloaded(RETRY_AFTER_MS);
    const appending = this.appender.append(request, deadlineMs);
    this.appending.add(appending);
    try {
      const result = await appending;
      this.feed.watch.reached(this.commitOf(result.position));
      return result;
    } finally {
      this.appending.delete(appending);
    }
  }

  async readStream(stream: string, range: StreamRange = {}): Promise<readonly StoredEvent[]> {
    this.mustBeOpen();
    return this.reader.readStream(stream, range);
  }

  async readPage(request: PageRequest): Promise<Page> {
    this.mustBeOpen();
    return this.reader.readPage(request);
  }

  subscribe(request: SubscriptionRequest): AsyncIterable<SubscriptionItem> {
    const signal = AbortSignal.any([request.signal, this.closing.signal]);
    return this.feed.subscribe(this, { ...request, signal });
  }

  /** Resolves once the log goes on after the position, or at the signal. */
  beyond(position: Position | undefined, signal: AbortSignal): Promise<void> {
    return this.feed.watch.beyond(this.commitOf(position), signal);
  }

  async head(): Promise<Position | undefined> {
    this.mustBeOpen();
    return this.reader.head();
  }

  compare(a: Position, b: Position): number {
    return this.positions.compare(a, b);
  }

  parsePosition(text: string): Position {
    return this.positions.parse(text);
  }

  /** Ends the subscriptions and answers what was still to be stored. */
  close(): Promise<void> {
    return (this.closed ??= this.drain());
  }

  private async drain(): Promise<void> {
    this.closing.abort();
    await Promise.allSettled(this.appending);
    await this.feed.close();
    await this.calls.dispose();
  }

  private mustBeOpen(): void {
    if (this.closing.signal.aborted) throw new StoreUnavailable('closed');
  }

  /** What comes later has a greater commit: all events of one are there at once. */
  private commitOf(position: Position | undefined): bigint {
    return position === undefined ? 0n : this.positions.placeOf(position).commit;
  }
}
