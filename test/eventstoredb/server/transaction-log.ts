/** A place in the transaction file. */
export interface Place {
  readonly commit: bigint;
  readonly prepare: bigint;
}

export interface Proposed {
  readonly id: string;
  readonly type: string;
  readonly contentType: string;
  readonly data: Uint8Array;
  readonly metadata: Uint8Array;
}

export interface LogRecord extends Proposed, Place {
  readonly stream: string;
  readonly revision: bigint;
}

export type Expected = 'any' | 'no-stream' | 'stream-exists' | bigint;

/** In a stream that does not exist there is no current revision. */
export type Outcome =
  | { readonly kind: 'appended'; readonly current: bigint; readonly place: Place }
  | { readonly kind: 'wrong-expected-version'; readonly current: bigint | undefined };

const RECORD_BYTES = 100n;
/** So often the server writes something of its own. */
const STATISTICS_EVERY = 3;

/** Streams over one file of records, as an EventStoreDB node keeps them. */
export class TransactionLog {
  readonly all: LogRecord[] = [];
  private readonly streams = new Map<string, LogRecord[]>();
  private readonly onAppended = new Set<() => void>();
  private end = 0n;
  private appends = 0;

  stream(name: string): readonly LogRecord[] | undefined {
    return this.streams.get(name);
  }

  /** Calls out after each append. @returns how to leave. */
  listen(onAppended: () => void): () => void {
    this.onAppended.add(onAppended);
    return () => this.onAppended.delete(onAppended);
  }

  /** The same ids at the revision expected are the same events: they are answered as before, not compared. */
  append(stream: string, expected: Expected, proposed: readonly Proposed[]): Outcome {
    const records = this.streams.get(stream) ?? [];
    const earlier = earlierRecords(records, expected, proposed);
    if (earlier) return answerOf(earlier);
    if (!isAt(records, expected))
      return { kind: 'wrong-expected-version', current: records.at(-1)?.revision };
    const stored = this.write(stream, proposed);
    if (++this.appends % STATISTICS_EVERY === 0)
      this.write('$stats-127.0.0.1:2113', [statistics(this.appends)]);
    for (const wake of [...this.onAppended]) wake();
    return answerOf(stored);
  }

  /** What no server does: changes what was stored. */
  change(stream: string, revision: number, change: (record: LogRecord) => LogRecord): void {
    const records = this.streams.get(stream) ?? [];
    const record = records[revision];
    if (!record) throw new RangeError(`${stream} has no revision ${String(revision)}`);
    records[revision] = change(record);
    this.all[this.all.indexOf(record)] = records[revision];
  }

  /** What $maxCount does: the events before a revision are no longer given. */
  truncate(stream: string, before: number): void {
    this.streams.get(stream)?.splice(0, before);
  }

  /** Events of one append share their commit, which lies behind them; a single one is its own. */
  private write(stream: string, proposed: readonly Proposed[]): readonly LogRecord[] {
    const records = this.streams.get(stream) ?? [];
    const prepares = proposed.map((event) => this.advance(BigInt(event.data.length)));
    const commit = prepares.length === 1 ? (prepares[0] ?? 0n) : this.advance(0n);
    const written = proposed.map((event, index) => ({
      ...event,
      stream,
      revision: BigInt(records.length + index),
      commit,
      prepare: prepares[index] ?? 0n,
    }));
    records.push(...written);
    this.streams.set(stream, records);
    this.all.push(...written);
    return written;
  }

  /** @returns where a record of so many bytes begins. */
  private advance(bytes: bigint): bigint {
    const at = this.end;
    this.end += RECORD_BYTES + bytes;
    return at;
  }
}

export const comparePlaces = (a: Place, b: Place): number =>
  Number(a.commit - b.commit) || Number(a.prepare - b.prepare);

function earlierRecords(
  records: readonly LogRecord[],
  expected: Expected,
  proposed: readonly Proposed[],
): readonly LogRecord[] | undefined {
  const from =
    typeof expected === 'bigint'
      ? Number(expected) + 1
      : expected === 'no-stream'
        ? 0
        : records.findIndex(({ id }) => id === proposed[0]?.id);
  if (from < 0) return undefined;
  const there = records.slice(from, from + proposed.length);
  const same = there.length === proposed.length && there.every(({ id }, index) => id === proposed[index]?.id);
  return same ? there : undefined;
}

function isAt(records: readonly LogRecord[], expected: Expected): boolean {
  switch (expected) {
    case 'any':
      return true;
    case 'no-stream':
      return records.length === 0;
    case 'stream-exists':
      return records.length > 0;
    default:
      return records.at(-1)?.revision === expected;
  }
}

/** The place that the server tells is that of the first event, as in a transaction. */
function answerOf(records: readonly LogRecord[]): Outcome {
  const [first, last] = [records[0], records.at(-1)];
  if (!first || !last) throw new RangeError('an append without events');
  return {
    kind: 'appended',
    current: last.revision,
    place: { commit: first.commit, prepare: first.prepare },
  };
}

const statistics = (count: number): Proposed => ({
  id: `00000000-0000-4000-8000-${String(count).padStart(12, '0')}`,
  type: '$statsCollected',
  contentType: 'application/json',
  data: Buffer.from(JSON.stringify({ 'proc-cpu': count })),
  metadata: Buffer.alloc(0),
});
