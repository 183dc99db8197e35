import {
  epochMsOf,
  type LogIdentity,
  type Position,
  type SealedEvent,
  type StoredEvent,
} from '@liuhen/kernel';
import { expectedRevision, revisionNumber } from '../../check-request';
import { BrokenChain, ClockBehind, WrongRevision } from '../../errors';
import type { AppendRequest, Capabilities } from '../../event-store';

/** What a store should say to a request: stored now, stored before, or an error. */
export type Verdict = 'stored' | 'replayed' | WrongRevision | BrokenChain | ClockBehind;

/** A log as one list. It decides for itself and knows of the store only what positions events were given. */
export class LogModel {
  /** In the order of the log, since the beginning of the run. */
  readonly events: StoredEvent[] = [];
  /** Every request that was ever made, whatever became of it. */
  readonly requests: AppendRequest[] = [];
  private latest = -Infinity;

  /** @param start where the run begins: after what earlier runs have left */
  constructor(
    readonly identity: LogIdentity,
    readonly capabilities: Pick<Capabilities, 'judgesInOnePlace' | 'maxSkewMs'>,
    readonly streams: readonly string[],
    readonly start: Position | undefined,
  ) {}

  /** How far an event may lag behind the log, where the log says so. */
  get maxSkewMs(): number {
    const { judgesInOnePlace, maxSkewMs } = this.capabilities;
    return judgesInOnePlace ? maxSkewMs : Infinity;
  }

  get head(): Position | undefined {
    return this.events.at(-1)?.position ?? this.start;
  }

  /** When the latest event was recorded, in milliseconds since 1970. */
  get latestMs(): number {
    return this.latest;
  }

  /** Everywhere that one can read from. */
  get places(): readonly (Position | undefined)[] {
    return [this.start, ...this.events.map(({ position }) => position)];
  }

  after(place: Position | undefined): readonly StoredEvent[] {
    return this.events.slice(this.indexOf(place));
  }

  /** How many of the events lie up to here; −1 if no event lies here. */
  indexOf(place: Position | undefined): number {
    return this.places.indexOf(place);
  }

  stream(name: string): readonly StoredEvent[] {
    return this.events.filter(({ header }) => header.stream === name);
  }

  /** Position of the request's last event, if all of it is stored. */
  positionOf({ stream, expected, events }: AppendRequest): Position | undefined {
    const first = revisionNumber(expected) + 1;
    const stored = this.stream(stream).slice(first, first + events.length);
    const same = stored.every(({ leafHash }, index) => leafHash === events[index]?.leafHash);
    return same && stored.length === events.length ? stored.at(-1)?.position : undefined;
  }

  verdict(request: AppendRequest): Verdict {
    const { stream, expected, events } = request;
    const history = this.stream(stream);
    const last = history.at(-1);
    const actual = expectedRevision(history.length - 1);
    const ownEnd = last ? epochMsOf(last.header.recordedAt) : -Infinity;
    const [first] = events;
    if (!inOrder(events, follows)) return new BrokenChain(stream);
    if (!inOrder(events, isNotEarlier)) return new ClockBehind(stream);
    if (this.positionOf(request) !== undefined) return 'replayed';
    if (expected !== actual) return new WrongRevision(stream, expected, actual);
    if (first?.header.prev !== (last?.leafHash ?? null)) return new BrokenChain(stream);
    const oldest = Math.max(ownEnd, this.latest - this.maxSkewMs);
    return epochMsOf(first.header.recordedAt) < oldest ? new ClockBehind(stream) : 'stored';
  }

  store(events: readonly StoredEvent[]): void {
    this.events.push(...events);
    this.latest = Math.max(this.latest, ...events.map(({ header }) => epochMsOf(header.recordedAt)));
  }
}

const inOrder = (
  events: readonly SealedEvent[],
  fits: (event: SealedEvent, previous: SealedEvent) => boolean,
): boolean => events.slice(1).every((event, index) => fits(event, events[index] ?? event));

const follows = ({ header }: SealedEvent, previous: SealedEvent): boolean =>
  header.rev === previous.header.rev + 1 && header.prev === previous.leafHash;

const isNotEarlier = ({ header }: SealedEvent, previous: SealedEvent): boolean =>
  header.recordedAt >= previous.header.recordedAt;
