import {
  BACKWARDS,
  END,
  EventStoreDBClient,
  FORWARDS,
  NO_STREAM,
  streamNameFilter,
  type AllStreamSubscription,
  type Credentials,
  type EventData,
  type RecordedEvent,
  type ResolvedEvent,
  type StreamingRead,
} from '@eventstore/db-client';
import type { ExpectedRevision } from '../event-store';
import { StoreUnavailable } from '../errors';
import { readFailure, Silence } from './failures';
import type { Place } from './positions';

/** As the server gave it. */
export type Received = RecordedEvent;

/** Events looked at by the server before it tells a filtered subscription how far it is. */
const SEARCH_WINDOW = 1_000;
/** What the client needs beyond a deadline to say that it has passed. */
const GRACE_MS = 500;

/**
 * The client as it can be used safely.
 *
 * Every append carries credentials, if need be meaningless ones: without them 6.2.1 sends over a stream that all
 * clients of the process share, where one server's failure rejects another's appends, ends the process, or leaves
 * appends without an answer (KurrentDB-Client-NodeJS #523). Every call has an end: the client gives its reads no
 * deadline at all, whatever the options say, and takes a subscription that the server ended for one that is over.
 */
export class Calls {
  private disposed = false;

  private constructor(
    private readonly client: EventStoreDBClient,
    private readonly credentials: Credentials,
    /** The longest that the server may be silent. */
    readonly silenceMs: number,
    readonly isEncrypted: boolean,
  ) {}

  /** @throws TypeError if the connection string is not one, or has no user where it needs one. */
  static connect(url: string, silenceMs: number): Calls {
    return new Calls(clientOf(url), credentialsOf(url), silenceMs, !NO_TLS.test(url));
  }

  /** Resolves once the server has taken the events, or has them already. */
  async append(
    stream: string,
    expected: ExpectedRevision,
    events: EventData[],
    deadlineMs: number,
  ): Promise<void> {
    await turnOfItsOwn();
    const answer = this.client.appendToStream(stream, events, {
      ...this.common,
      expectedRevision: expected === 'no-stream' ? NO_STREAM : BigInt(expected),
      deadline: deadlineMs,
    });
    await within(deadlineMs + GRACE_MS, answer);
  }

  /** From a revision on. */
  readStream(stream: string, fromRevision: bigint, maxCount: number): AsyncGenerator<Received, void> {
    return this.received(() => this.client.readStream(stream, { ...this.common, fromRevision, maxCount }));
  }

  lastOf(stream: string): Promise<Received | undefined> {
    const options = { ...this.common, direction: BACKWARDS, fromRevision: END, maxCount: 1 } as const;
    return only(this.received(() => this.client.readStream(stream, options)));
  }

  /** Of all streams, the one at the place itself too. */
  readAll(fromPosition: Place): AsyncGenerator<Received, void> {
    const options = { ...this.common, direction: FORWARDS, fromPosition } as const;
    return this.received(() => this.client.readAll(options));
  }

  /** Of all streams. */
  lastOfAll(): Promise<Received | undefined> {
    return only(this.readAllBackwards(1));
  }

  /** Of all streams, the last one first. */
  readAllBackwards(maxCount = Number.MAX_SAFE_INTEGER): AsyncGenerator<Received, void> {
    const options = { ...this.common, direction: BACKWARDS, fromPosition: END, maxCount } as const;
    return this.received(() => this.client.readAll(options));
  }

  /** What comes from now on; nobody asks how far it has looked, so that no callback can fail. */
  subscribe(prefix: string): AllStreamSubscription {
    const filter = streamNameFilter({ prefixes: [prefix], maxSearchWindow: SEARCH_WINDOW });
    return this.client.subscribeToAll({ ...this.common, fromPosition: END, filter });
  }

  async dispose(): Promise<void> {
    this.disposed = true;
    await this.client.dispose();
  }

  private get common(): { readonly credentials: Credentials; readonly requiresLeader: true } {
    return { credentials: this.credentials, requiresLeader: true };
  }

  private mustNotBeDisposed(): void {
    if (this.disposed) throw new StoreUnavailable('closed');
  }

  /** A read that was given up or disposed of ends like one that is complete; here it fails instead. */
  private async *received(open: () => StreamingRead<ResolvedEvent>): AsyncGenerator<Received, void> {
    this.mustNotBeDisposed();
    const stream = open();
    // The client also reports what went wrong before anybody could listen.
    stream.on('error', () => undefined);
    const events = stream.iterator({ destroyOnReturn: false }) as AsyncIterator<ResolvedEvent>;
    try {
      for (;;) {
        const next = await within(this.silenceMs, events.next());
        if (next.done) break;
        if (next.value.event) yield next.value.event;
      }
    } catch (error) {
      throw readFailure(error);
    } finally {
      // Not destroyed but cancelled and drained: else the client keeps the call for ever, and cannot be disposed of.
      stream.cancel().catch(() => undefined);
      stream.resume();
    }
    this.mustNotBeDisposed();
  }
}

/**
 * The event of a read that gives at most one. The read is left to end by itself: a server may close a connection on which
 * too many calls are cancelled (CVE-2023-44487), and all others on it fail.
 */
async function only(read: AsyncIterable<Received>): Promise<Received | undefined> {
  let found: Received | undefined;
  for await (const event of read) found = event;
  return found;
}

/**
 * In the turn in which a call failed, the client closes its connection; an append begun in that very turn would hit
 * the closed one inside a promise that the client lets nobody see, so that it would never be answered.
 */
const turnOfItsOwn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

async function within<Value>(ms: number, answer: Promise<Value>): Promise<Value> {
  let timer: NodeJS.Timeout | undefined;
  const silence = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Silence(ms)), ms);
  });
  try {
    return await Promise.race([answer, silence]);
  } finally {
    clearTimeout(timer);
  }
}

function clientOf(url: string): EventStoreDBClient {
  try {
    return EventStoreDBClient.connectionString(url);
  } catch {
    // The client's own message may repeat the password.
    throw new TypeError('not a connection string of EventStoreDB');
  }
}

const NO_TLS = /[?&]tls=false(?:&|$)/i;

function credentialsOf(url: string): Credentials {
  const [, username, password] = /^[^:]+:\/\/([^:@/]+):([^@]+)@/.exec(url) ?? [];
  if (username !== undefined && password !== undefined)
    return { username: decodeURIComponent(username), password: decodeURIComponent(password) };
  // An insecure server asks nobody who he is.
  if (NO_TLS.test(url)) return { username: 'nobody', password: 'none' };
  throw new TypeError('the connection string needs a user and a password');
}
