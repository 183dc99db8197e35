import { epochMsOf, parseHeader, type Digest, type EventHeader, type Instant } from '@liuhen/kernel';
import { textOf, toHex } from '../bytes';
import { leafHash, type Hash } from '../merkle/hash';
import type { AuditCode, AuditFinding } from './audit-finding';

/** What is asked of every entry. */
export interface ReplayRules {
  /** Origin of the log, as headers have it. */
  readonly log: string;
  /** By how much an event may have been recorded before others that precede it, or after the auditor's clock. */
  readonly skewMs: number;
  /** The auditor's clock. */
  readonly now: Instant;
}

/** An entry of the log, read. */
export interface Entry {
  /** `undefined` if it is no header, or not canonical to the byte. */
  readonly header: EventHeader | undefined;
  /** Its hash as a leaf of the tree. */
  readonly leaf: Uint8Array;
}

export const entryOf = (hash: Hash, bytes: Uint8Array): Entry => ({
  header: headerIn(bytes),
  leaf: leafHash(hash, bytes),
});

/** The last event of a stream. */
export interface StreamHead {
  readonly rev: number;
  readonly leaf: Digest;
  readonly recordedAt: Instant;
}

/** How far a log has been gone through. */
export interface Replayed {
  /** Entries so far. */
  readonly size: number;
  /** When the latest event so far was recorded; `null` before the first. */
  readonly latest: Instant | null;
}

export interface ReplayedEntries extends Replayed {
  /** Of the streams that went on: their last events now. */
  readonly streams: ReadonlyMap<string, StreamHead>;
}

/**
 * Goes through the headers of the next entries: each canonical to the byte, of this log, next in its stream, pointing to the
 * stream's last event, and recorded neither before what it follows nor after now.
 *
 * @param heads last events of their streams before.
 * @returns the first thing that is wrong, or how far it has come
 */
export function replayHeaders(
  rules: ReplayRules,
  before: Replayed,
  heads: ReadonlyMap<string, StreamHead>,
  entries: readonly Entry[],
): ReplayedEntries | AuditFinding {
  const streams = new Map<string, StreamHead>();
  let { size, latest } = before;
  for (const { header, leaf } of entries) {
    if (!header) return { code: 'header-malformed', index: size };
    const { stream, rev, recordedAt } = header;
    const code = faultOf(rules, header, streams.get(stream) ?? heads.get(stream), latest);
    if (code) return { code, index: size };
    streams.set(stream, { rev, leaf: toHex(leaf), recordedAt });
    latest = latest === null || recordedAt > latest ? recordedAt : latest;
    size++;
  }
  return { size, latest, streams };
}

function headerIn(entry: Uint8Array): EventHeader | undefined {
  try {
    return parseHeader(textOf(entry));
  } catch {
    return undefined;
  }
}

function faultOf(
  { log, skewMs, now }: ReplayRules,
  header: EventHeader,
  last: StreamHead | undefined,
  latest: Instant | null,
): AuditCode | undefined {
  if (header.log !== log) return 'wrong-log';
  if (header.rev !== (last?.rev ?? -1) + 1) return 'revision-not-next';
  if (header.prev !== (last?.leaf ?? null)) return 'previous-not-last';
  const recordedAt = epochMsOf(header.recordedAt);
  if (last && recordedAt < epochMsOf(last.recordedAt)) return 'recorded-before-previous';
  if (latest !== null && recordedAt < epochMsOf(latest) - skewMs) return 'recorded-out-of-order';
  return recordedAt > epochMsOf(now) + skewMs ? 'recorded-in-future' : undefined;
}
