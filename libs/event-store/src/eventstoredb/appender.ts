import { binaryEvent, type EventData } from '@eventstore/db-client';
import type { LogIdentity, StoredEvent } from '@liuhen/kernel';
import { epochMsOf, instantOf } from '@liuhen/kernel';
import { expectedRevision, revisionNumber } from '../check-request';
import {
  AppendTooLarge,
  BrokenChain,
  ClockBehind,
  OutcomeUnknown,
  StoreUnavailable,
  WrongRevision,
} from '../errors';
import type { AppendRequest, AppendResult } from '../event-store';
import type { Calls } from './calls';
import { Delivery } from './delivery';
import { failureOf, type Failure } from './failures';
import { decodeFrame, encodeFrame, InvalidFrame } from './frame';
import type { KnownEvent, KnownEvents } from './known-events';
import type { LogReader } from './log-reader';
import type { StreamNames } from './stream-names';

export interface AppenderParts {
  readonly calls: Calls;
  readonly names: StreamNames;
  readonly identity: LogIdentity;
  readonly reader: LogReader;
  readonly known: KnownEvents;
  readonly maxSkewMs: number;
  /** What the server takes in one append: its MaxAppendSize. */
  readonly maxAppendSize: number;
}

/**
 * Stores requests at exact revisions.
 *
 * The server knows revisions and ids, nothing of the chain: `prev` and the clock are checked here against the event
 * at the expected revision. That event never changes, and the server takes the append at that very revision or not
 * at all, so that nothing can come in between. Only the lag behind the log is measured against what this process has
 * seen of the log: another's latest event may not be known yet.
 */
export class Appender {
  constructor(private readonly parts: AppenderParts) {}

  /** @throws what the port says */
  append(request: AppendRequest, deadlineMs: number): Promise<AppendResult> {
    const events = this.encoded(request);
    const delivery = new Delivery(request.stream, deadlineMs, this.parts.calls.silenceMs);
    return delivery.inTime(this.deliver(request, events, delivery));
  }

  /** After a lost answer the same events go out again with the same ids, once the stream has been asked for them. */
  private async deliver(
    request: AppendRequest,
    events: EventData[],
    delivery: Delivery,
  ): Promise<AppendResult> {
    for (;;) {
      try {
        if (!(delivery.isFirstAttempt && this.followsKnown(request))) {
          const earlier = await this.examine(request);
          if (earlier) return earlier;
        }
        await this.send(request, events, delivery);
        return await this.readBack(request);
      } catch (error) {
        this.parts.known.forget(request.stream);
        await delivery.failed(error);
      }
    }
  }

  private async send(request: AppendRequest, events: EventData[], delivery: Delivery): Promise<void> {
    const { calls, names } = this.parts;
    const { stream, expected } = request;
    delivery.sending();
    try {
      await calls.append(names.of(stream), expected, events, delivery.attemptMs);
      delivery.lost();
    } catch (error) {
      const failure = failureOf(error);
      if (failure === 'unknown') delivery.lost();
      else delivery.notStored();
      throw this.portError(failure, stream, error);
    }
  }

  private portError(failure: Failure, stream: string, cause: unknown): unknown {
    switch (failure) {
      case 'conflict':
        // Whose events are there is seen by reading.
        return new OutcomeUnknown(stream, { cause });
      case 'too-large':
        return new AppendTooLarge(this.parts.maxAppendSize);
      case 'unsent':
        return new StoreUnavailable('EventStoreDB cannot be reached', { cause });
      case 'unknown':
        return new OutcomeUnknown(stream, { cause });
      case 'refused':
        return cause;
    }
  }

  /** What the stream says to the request: answered already, refused, or nothing that stands against it. */
  private async examine(request: AppendRequest): Promise<AppendResult | undefined> {
    const { stream, expected, events } = request;
    const before = revisionNumber(expected);
    const found = await this.parts.reader.readStream(stream, {
      from: Math.max(before, 0),
      limit: events.length + 1,
    });
    const last = found.find(({ header }) => header.rev === before);
    const stored = found.filter(({ header }) => header.rev > before).slice(0, events.length);
    if (isSame(stored, request)) return resultOf(stored, true);
    if (stored.length > 0 || (before >= 0 && !last)) {
      const wrong = await this.wrongRevision(request);
      if (wrong.actual !== expected) throw wrong;
      // The stream has come there since it was read.
      return this.examine(request);
    }
    const refusal = this.refusal(request, last && { ...last.header, leafHash: last.leafHash });
    if (refusal) throw refusal;
    return undefined;
  }

  /**
   * Where the events lie as readers will see them: what the server answers to an append is the place of its first
   * event on some versions, of its commit on others. It also takes the same ids for the same events, whatever is
   * in them.
   */
  private async readBack(request: AppendRequest): Promise<AppendResult> {
    const { stream, expected, events } = request;
    const from = revisionNumber(expected) + 1;
    const stored = await this.parts.reader.readStream(stream, { from, limit: events.length });
    if (stored.length < events.length) throw new OutcomeUnknown(stream);
    if (!isSame(stored, request)) throw await this.wrongRevision(request);
    return resultOf(stored, false);
  }

  /** The event at the expected revision has been seen, and the request may follow it. */
  private followsKnown(request: AppendRequest): boolean {
    const last = this.parts.known.at(request.stream, revisionNumber(request.expected));
    return last !== undefined && this.refusal(request, last) === undefined;
  }

  /** Why the request may not follow the event, if it may not; `undefined` stands for the beginning of a stream. */
  private refusal(
    { stream, events: [first] }: AppendRequest,
    last: KnownEvent | undefined,
  ): Error | undefined {
    if (first?.header.prev !== (last?.leafHash ?? null)) return new BrokenChain(stream);
    const { recordedAt } = first.header;
    if (recordedAt < (last?.recordedAt ?? '') || recordedAt < this.oldestAllowed())
      return new ClockBehind(stream);
    return undefined;
  }

  private oldestAllowed(): string {
    const { known, maxSkewMs } = this.parts;
    return known.newestAt === undefined ? '' : instantOf(epochMsOf(known.newestAt) - maxSkewMs);
  }

  private async wrongRevision({ stream, expected }: AppendRequest): Promise<WrongRevision> {
    const actual = await this.parts.reader.lastRevision(stream);
    return new WrongRevision(stream, expected, expectedRevision(actual));
  }

  /** What could not be read back is not sent. */
  private encoded({ stream, events }: AppendRequest): EventData[] {
    const { identity, maxAppendSize } = this.parts;
    let size = 0;
    const encoded = events.map((event) => {
      const data = encodeFrame(event);
      try {
        decodeFrame(identity.hash, data);
      } catch (error) {
        if (error instanceof InvalidFrame) throw new BrokenChain(stream);
        throw error;
      }
      const { id, type } = event.header;
      size += sizeOnDisk(type, data);
      return binaryEvent({ id, type, data });
    });
    if (size > maxAppendSize) throw new AppendTooLarge(maxAppendSize);
    return encoded;
  }
}

/** As the server reckons an event. */
const sizeOnDisk = (type: string, data: Uint8Array): number => data.length + 2 * type.length;

const isSame = (stored: readonly StoredEvent[], { events }: AppendRequest): boolean =>
  stored.length === events.length &&
  stored.every(({ leafHash }, index) => leafHash === events[index]?.leafHash);

function resultOf(stored: readonly StoredEvent[], replayed: boolean): AppendResult {
  const last = stored.at(-1);
  if (!last) throw new RangeError('a request without events');
  return { position: last.position, replayed };
}
