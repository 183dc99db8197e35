import { setMaxListeners } from 'node:events';
import { PAYLOAD_REDACTED, type LogIdentity, type Position, type StoredEvent } from '@liuhen/kernel';
import type { Pool } from 'pg';
import { checkRequest, revisionNumber } from '../check-request';
import { DensePositions } from '../dense-position';
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
import { takesRedactions } from '../log-identity';
import { redactedPayloads } from '../redacted-payloads';
import { appendCall, type AppendCall } from './append-call';
import { AppendQueue, QUEUE_LIMITS, type QueueLimits } from './append-queue';
import { clientConfig, openPool } from './connection';
import { HeadNotifier } from './head-notifier';
import { listenTo } from './listen';
import { LogReader } from './log-reader';
import { refusedAsUnfit } from './refused-redaction';
import { openLog, type OpenedLog } from './open-log';

export interface PostgresEventStoreOptions {
  /** Of the application's role. Session state is used: no pooler in transaction mode in between. */
  readonly url: string;
  readonly log: LogIdentity;
  /** Told in Chinese what an operator should change. */
  readonly onWarning?: (message: string) => void;
  readonly limits?: Partial<QueueLimits>;
  readonly readConnections?: number;
}

const READ_CONNECTIONS = 4;
const DEADLINE_MS = 10_000;
const POLL_MS = 500;
/** For the server's answer to a connection's end; a network that has gone silent would never bring it. */
const GOODBYE_MS = 1_000;

/** A log as a PostgreSQL schema, which the migrations make. */
export class PostgresEventStore implements EventStore {
  readonly identity: LogIdentity;
  readonly capabilities: Capabilities;

  private readonly positions: DensePositions;
  private readonly writers: Pool;
  private readonly readers: Pool;
  private readonly queue: AppendQueue;
  private readonly reader: LogReader;
  private readonly feed: HeadFeed;
  private readonly notifier: HeadNotifier;
  private readonly closing = new AbortController();
  private readonly cutOff = new AbortController();
  private closed: Promise<void> | undefined;

  private constructor(options: PostgresEventStoreOptions, { maxSkewMs, synchronousCommit }: OpenedLog) {
    const { url, log, limits, readConnections = READ_CONNECTIONS } = options;
    const queueLimits = { ...QUEUE_LIMITS, ...limits };
    const connection = (use: string, session: Record<string, string>) => ({
      url,
      applicationName: `liuhen ${log.name} ${use}`,
      session,
      cutOff: this.cutOff.signal,
    });
    // Each connection listens, and there may be many.
    setMaxListeners(0, this.cutOff.signal);
    this.identity = log;
    this.capabilities = {
      densePositions: true,
      judgesInOnePlace: true,
      erases: takesRedactions(log),
      maxAppendBytes: queueLimits.batchBytes,
      maxSkewMs,
    };
    this.positions = new DensePositions(log.name);
    this.writers = openPool(
      connection('append', {
        synchronous_commit: synchronousCommit,
        default_transaction_isolation: 'read committed',
      }),
      queueLimits.inFlight,
    );
    // Each read has its index; a plan made while the tables were small must not outlive that.
    this.readers = openPool(connection('read', { enable_seqscan: 'off' }), readConnections);
    this.reader = new LogReader(this.readers, log.name, this.positions);
    const channel = `log_${log.name}`;
    this.feed = new HeadFeed({
      readHead: () => this.reader.head(),
      listen: listenTo(clientConfig(connection('listen', {})), channel),
      pollMs: POLL_MS,
    });
    this.notifier = new HeadNotifier(this.readers, channel);
    this.queue = new AppendQueue(this.announcing(appendCall(this.writers, log.name)), queueLimits);
  }

  /** @throws ForeignLog if the log there is another one; StoreUnavailable if there is none. */
  static async open(options: PostgresEventStoreOptions): Promise<PostgresEventStore> {
    const opened = await openLog(options.url, options.log, options.onWarning ?? (() => undefined));
    return new PostgresEventStore(options, opened);
  }

  async append(
    request: AppendRequest,
    { deadlineMs = DEADLINE_MS }: AppendOptions = {},
  ): Promise<AppendResult> {
    checkRequest(this.identity, this.capabilities, request);
    // Nothing else waits before it is in the queue: what was asked before close() is answered.
    if (request.events.some(({ header }) => header.type === PAYLOAD_REDACTED))
      await this.checkRedactions(request);
    const { kind, position } = await this.queue
      .append(request, deadlineMs)
      .catch(refusedAsUnfit(request.stream));
    return { position: this.positions.of(position), replayed: kind === 'replayed' };
  }

  readStream(stream: string, range: StreamRange = {}): Promise<readonly StoredEvent[]> {
    return this.reader.readStream(stream, range);
  }

  readPage(request: PageRequest): Promise<Page> {
    return this.reader.readPage(request);
  }

  subscribe(request: SubscriptionRequest): AsyncIterable<SubscriptionItem> {
    const signal = AbortSignal.any([request.signal, this.closing.signal]);
    return this.feed.subscribe(this, { ...request, signal });
  }

  /** Resolves once the log goes on after the position, or at the signal. */
  beyond(position: Position | undefined, signal: AbortSignal): Promise<void> {
    return this.feed.watch.beyond(this.positions.numberOf(position), signal);
  }

  async head(): Promise<Position | undefined> {
    const head = await this.reader.head();
    return head === 0n ? undefined : this.positions.of(head);
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

  /** What the database checks as well, but for SM3, which it cannot compute. */
  private async checkRedactions(request: AppendRequest): Promise<void> {
    const history = await this.reader.readStream(request.stream, {});
    // Of a stream that is not where the request thinks it is, the database says so, or that it has all of this.
    if (history.length - 1 === revisionNumber(request.expected))
      redactedPayloads(this.identity.hash, history, request);
  }

  private async drain(): Promise<void> {
    this.closing.abort();
    await this.queue.close();
    const cutOff = setTimeout(() => {
      this.cutOff.abort();
    }, GOODBYE_MS);
    await Promise.all([this.notifier.close(), this.feed.close()]);
    await Promise.all([this.writers.end(), this.readers.end()]);
    clearTimeout(cutOff);
  }

  private announcing(call: AppendCall): AppendCall {
    return async (take) => {
      const answers = await call(take);
      const stored = answers.filter(({ kind }) => kind === 'stored').map(({ position }) => BigInt(position));
      const last = stored.at(-1);
      if (last !== undefined) {
        this.feed.watch.reached(last);
        this.notifier.grown();
      }
      return answers;
    };
  }
}
