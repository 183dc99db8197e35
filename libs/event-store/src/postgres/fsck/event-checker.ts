import {
  leafHash,
  parseHeader,
  payloadHash,
  type Digest,
  type EventHeader,
  type Instant,
  type LogIdentity,
} from '@liuhen/kernel';
import { finding, type Finding } from './finding';
import { RedactionChecker } from './redaction-checker';

/** A row of the events table, as text. */
export interface EventRow {
  readonly position: string;
  readonly stream: string;
  readonly rev: string;
  readonly id: string;
  readonly type: string;
  readonly recorded_at: Instant;
  readonly leaf: Digest;
  readonly header: string;
  readonly payload: string;
}

/** The last event of a stream. */
export interface StreamEnd {
  readonly rev: number;
  readonly leaf: Digest;
  readonly recordedAt: Instant;
}

/** Goes through a log in its order and finds what does not fit. Remembers of each stream only its end and its gaps. */
export class EventChecker {
  readonly streams = new Map<string, StreamEnd>();
  readonly redactions = new RedactionChecker();
  /** Number of the last event seen. */
  last = 0n;
  latest: Instant = '';

  constructor(private readonly identity: LogIdentity) {}

  *check(row: EventRow): Generator<Finding, void> {
    const { hash } = this.identity;
    const position = BigInt(row.position);
    if (position !== this.last + 1n)
      yield finding('missing-position', { position: this.last + 1n }, `至 ${String(position - 1n)}`);
    this.last = position;
    const leaf = leafHash(hash, row.header);
    const where = { position, stream: row.stream };
    if (leaf !== row.leaf) yield finding('leaf-mismatch', where);
    const header = readHeader(row.header);
    if (header) {
      if (header.log !== this.identity.origin) yield finding('foreign-log', where, header.log);
      if (payloadHash(hash, row.payload) !== header.payloadHash) yield finding('payload-mismatch', where);
      this.redactions.see({ header, payload: row.payload, where });
      yield* driftedColumns(row, header, where);
      yield* this.checkStream(header, where);
    } else yield finding('invalid-header', where);
    this.follow(row, header, leaf);
  }

  private *checkStream(header: EventHeader, where: Pick<Finding, 'position' | 'stream'>): Generator<Finding> {
    const before = this.streams.get(header.stream);
    if (header.rev !== (before?.rev ?? -1) + 1)
      yield finding('revision-gap', where, `${String(before?.rev ?? '无')} → ${String(header.rev)}`);
    if (header.prev !== (before?.leaf ?? null)) yield finding('broken-chain', where);
    if (before && header.recordedAt < before.recordedAt) yield finding('clock-decreases', where);
  }

  /** Takes the event as it is, so that one fault is told once. */
  private follow(row: EventRow, header: EventHeader | undefined, leaf: Digest): void {
    const { stream, rev, recordedAt } = header ?? {
      stream: row.stream,
      rev: Number(row.rev),
      recordedAt: row.recorded_at,
    };
    this.streams.set(stream, { rev, leaf, recordedAt });
    if (recordedAt > this.latest) this.latest = recordedAt;
  }
}

function readHeader(text: string): EventHeader | undefined {
  try {
    return parseHeader(text);
  } catch {
    return undefined;
  }
}

function* driftedColumns(
  row: EventRow,
  { stream, rev, id, type, recordedAt }: EventHeader,
  where: Pick<Finding, 'position' | 'stream'>,
): Generator<Finding> {
  const derived = { stream, rev: String(rev), id, type, recorded_at: recordedAt };
  for (const [column, value] of Object.entries(derived)) {
    if (row[column as keyof typeof derived] !== value) yield finding('column-drift', where, column);
  }
}
