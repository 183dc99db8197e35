import type { LogIdentity, Position, StoredEvent } from '@liuhen/kernel';
import { DamagedEvent, ForeignPosition, StoreUnavailable } from '../errors';
import type { Page, PageRequest, StreamRange } from '../event-store';
import type { Calls, Received } from './calls';
import { isNoSuchPlace, isStreamNotFound } from './failures';
import { placeOf } from './founding';
import type { KnownEvents } from './known-events';
import { comparePlaces, type Place, type PlacePositions } from './positions';
import { storedEvent } from './stored-event';
import type { StreamNames } from './stream-names';
import { Tail } from './tail';

export interface LogReaderParts {
  readonly calls: Calls;
  readonly names: StreamNames;
  readonly identity: LogIdentity;
  readonly positions: PlacePositions;
  readonly known: KnownEvents;
  /** All events of the log come after it. */
  readonly founding: Place;
}

/**
 * Reads the log out of `$all`, which holds other logs and the server's own events too.
 *
 * By plain reads whose events are sorted out here, not by filtered subscriptions: those say that they have caught up
 * from 23.10 on only, and before that nothing tells where a page without matches ends. A plain read ends at the
 * head on every version, and each stretch of others' events costs a process one look ({@link Tail}).
 */
export class LogReader {
  private tail: Tail;

  private constructor(private readonly parts: LogReaderParts) {
    this.tail = new Tail(undefined, parts.founding);
  }

  /** Looks for the last event, from the end of `$all` backwards. */
  static async open(parts: LogReaderParts): Promise<LogReader> {
    const reader = new LogReader(parts);
    await reader.findTail();
    return reader;
  }

  /** Revisions follow one another: one that comes again is passed over, one that is missing is a fault. */
  async readStream(stream: string, { from = 0, limit }: StreamRange): Promise<readonly StoredEvent[]> {
    const events: StoredEvent[] = [];
    if (limit === 0) return events;
    const { calls, names } = this.parts;
    const received = calls.readStream(names.of(stream), BigInt(from), limit ?? Number.MAX_SAFE_INTEGER);
    try {
      for await (const event of received) {
        const expected = from + events.length;
        if (event.revision < BigInt(expected)) continue;
        if (event.revision > BigInt(expected)) throw new DamagedEvent(stream, expected, 'is missing');
        events.push(this.stored(event));
      }
    } catch (error) {
      if (!isStreamNotFound(error)) throw error;
    }
    return events;
  }

  /** −1 if there is no such stream. */
  async lastRevision(stream: string): Promise<number> {
    const { calls, names } = this.parts;
    try {
      return Number((await calls.lastOf(names.of(stream)))?.revision ?? -1);
    } catch (error) {
      if (isStreamNotFound(error)) return -1;
      throw error;
    }
  }

  /** The end is read first: the page can then speak for everything up to there. */
  async readPage({ after, types, limit }: PageRequest): Promise<Page> {
    const end = await this.end();
    const start = this.startAfter(after, end);
    const examined: StoredEvent[] = [];
    let atHead = true;
    for await (const event of this.between(start, end, after)) {
      atHead = examined.length < limit;
      if (!atHead) break;
      examined.push(event);
    }
    const scannedTo = examined.at(-1)?.position ?? after;
    if (atHead) this.tail.reaches(scannedTo, end);
    const events = examined.filter(({ header }) => types === undefined || types.includes(header.type));
    return { events, scannedTo, atHead };
  }

  /** Of the last event; `undefined` in an empty log. */
  async head(): Promise<Position | undefined> {
    const end = await this.end();
    let { last } = this.tail;
    for await (const { position } of this.between(this.tail.examinedTo, end)) last = position;
    this.tail.reaches(last, end);
    return last;
  }

  private async findTail(): Promise<void> {
    const { calls, names, founding } = this.parts;
    let end: Place | undefined;
    for await (const event of calls.readAllBackwards()) {
      const place = placeOf(event);
      end ??= place;
      const isOwn = names.own(event.streamId) !== undefined;
      if (!isOwn && comparePlaces(place, founding) > 0) continue;
      this.tail.reaches(isOwn ? this.stored(event).position : undefined, end);
      return;
    }
  }

  /** The last place in `$all`, whosever event it is. */
  private async end(): Promise<Place> {
    const last = await this.parts.calls.lastOfAll();
    if (last) return placeOf(last);
    throw new StoreUnavailable('EventStoreDB shows nothing of $all: may its user read it?');
  }

  private startAfter(after: Position | undefined, end: Place): Place {
    const place = after === undefined ? this.parts.founding : this.parts.positions.placeOf(after);
    if (after !== undefined && comparePlaces(place, end) > 0) throw new ForeignPosition(after);
    return after === this.tail.last ? this.tail.examinedTo : place;
  }

  /**
   * This log's events after one place up to another, each once and in order.
   *
   * @param after the position of which the start is the place, where it is: an event of this log must lie there.
   */
  private async *between(start: Place, end: Place, after?: Position): AsyncGenerator<StoredEvent, void> {
    let reached = start;
    let first = true;
    if (comparePlaces(start, end) >= 0) return;
    for await (const event of this.all(start, after)) {
      const place = placeOf(event);
      const isOwn = this.parts.names.own(event.streamId) !== undefined;
      if (first && after !== undefined && this.isPlaceOf(after, start)) {
        if (!isOwn || comparePlaces(place, start) !== 0) throw new ForeignPosition(after);
      }
      first = false;
      // A read from a place gives what lies there again; and nothing is given twice, whatever the server does.
      if (comparePlaces(place, reached) <= 0) continue;
      if (comparePlaces(place, end) > 0) return;
      reached = place;
      if (isOwn) yield this.stored(event);
    }
    if (comparePlaces(reached, end) < 0)
      throw new StoreUnavailable('EventStoreDB ended a read of $all before its end');
  }

  private async *all(start: Place, after: Position | undefined): AsyncGenerator<Received, void> {
    try {
      yield* this.parts.calls.readAll(start);
    } catch (error) {
      throw after !== undefined && isNoSuchPlace(error) ? new ForeignPosition(after) : error;
    }
  }

  private isPlaceOf(position: Position, place: Place): boolean {
    return comparePlaces(this.parts.positions.placeOf(position), place) === 0;
  }

  private stored(event: Received): StoredEvent {
    const stored = storedEvent(event, this.parts);
    this.parts.known.note(stored);
    return stored;
  }
}
