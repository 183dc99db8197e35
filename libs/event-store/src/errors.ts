import type { ExpectedRevision } from './event-store';

abstract class EventStoreError extends Error {
  override get name(): string {
    return this.constructor.name;
  }
}

/** Somebody else was first: load, decide and append again. */
export class WrongRevision extends EventStoreError {
  constructor(
    readonly stream: string,
    readonly expected: ExpectedRevision,
    readonly actual: ExpectedRevision,
  ) {
    super(`stream ${stream} is at ${String(actual)}, not at ${String(expected)}`);
  }
}

/** The first event's `prev` is not the stream's last leaf hash, or the events do not follow one another. */
export class BrokenChain extends EventStoreError {
  constructor(readonly stream: string) {
    super(`stream ${stream}: prev is not the last leaf hash`);
  }
}

/** An event would be recorded before the stream's last, or too long before the log's last. */
export class ClockBehind extends EventStoreError {
  constructor(readonly stream: string) {
    super(`stream ${stream}: recordedAt lies too far in the past; is the server's clock right?`);
  }
}

export class AppendTooLarge extends EventStoreError {
  constructor(readonly limitBytes: number) {
    super(`an append may hold at most ${String(limitBytes)} bytes`);
  }
}

/** A redaction names an event or fields that its stream does not hold. */
export class UnfitRedaction extends EventStoreError {
  constructor(
    readonly stream: string,
    options?: ErrorOptions,
  ) {
    super(`stream ${stream}: the redaction names what the stream does not hold`, options);
  }
}

/** A redaction for a log from which nothing is ever taken away. */
export class CannotErase extends EventStoreError {
  constructor(readonly stream: string) {
    super(`stream ${stream}: this log takes no redactions`);
  }
}

/** Too much is waiting: nothing was stored, try again later. */
export class Overloaded extends EventStoreError {
  constructor(readonly retryAfterMs: number) {
    super(`the event store is overloaded; retry after ${String(retryAfterMs)} ms`);
  }
}

/** Stored or not, the answer did not come: send the same events again, with the same ids. */
export class OutcomeUnknown extends EventStoreError {
  constructor(
    readonly stream: string,
    options?: ErrorOptions,
  ) {
    super(`stream ${stream}: the append was sent but not answered`, options);
  }
}

/** The store cannot be reached; nothing was stored. */
export class StoreUnavailable extends EventStoreError {}

/** A position of another log or another engine, or one that this log does not reach (restored from a backup?). */
export class ForeignPosition extends EventStoreError {
  constructor(readonly position: string) {
    super(`not a position of this log: ${position}`);
  }
}

/** The store at this address is another log: its origin or its hash algorithm is not the one configured. */
export class ForeignLog extends EventStoreError {
  constructor(origin: string, found: string) {
    super(`opened as log ${origin}, but it is ${found}`);
  }
}

/** What lies in the log is not what was stored there: it was changed, cut off or written by somebody else. */
export class DamagedEvent extends EventStoreError {
  constructor(
    readonly stream: string,
    readonly revision: number,
    reason: string,
    options?: ErrorOptions,
  ) {
    super(`stream ${stream}, revision ${String(revision)}: ${reason}`, options);
  }
}
