import { entryOf, Malformed, type AuditFinding, type Entry } from '@liuhen/ledger';
import type { AuditPlace } from './audit-place';
import { readBundle } from './tlog-source';

/** Entries that are read at once. */
export const BUNDLE = 256;

/** Leaves of a tree of so many. */
interface Range {
  readonly from: number;
  readonly to: number;
  readonly size: number;
}

/** @returns the first bundle that is none */
export async function readEntries(
  { source, hash }: Pick<AuditPlace, 'source' | 'hash'>,
  { from, to, size }: Range,
): Promise<readonly Entry[] | AuditFinding> {
  const entries: Entry[] = [];
  while (from + entries.length < to) {
    const at = from + entries.length;
    const index = Math.floor(at / BUNDLE);
    const width = Math.min(BUNDLE, size - index * BUNDLE);
    try {
      const bundle = await readBundle(source, { index, width });
      const some = bundle.slice(at % BUNDLE, (at % BUNDLE) + to - at);
      entries.push(...some.map((bytes) => entryOf(hash, bytes)));
    } catch (error) {
      if (error instanceof Malformed) return { code: 'entries-malformed', index: at };
      throw error;
    }
  }
  return entries;
}
