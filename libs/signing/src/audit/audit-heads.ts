import { payloadData, payloadHash, type EventHeader } from '@liuhen/kernel';
import {
  advanceHeads,
  headsFault,
  headsOf,
  textOf,
  type AuditCode,
  type AuditFinding,
  type Entry,
  type Heads,
  type LedgerEvent,
  type ReplayedHeads,
} from '@liuhen/ledger';
import type { AuditPlace } from './audit-place';

const RECORDED: LedgerEvent['type'] = 'HeadsRecorded';

/** Put into the map at once: of those of one stream only the last costs anything, some 250 hashes. */
const ENTRIES_AT_ONCE = 64 * 1024;

/** Computes anew the heads that the entries record. @returns the first that are wrong, or the last ones */
export async function auditHeads(
  place: AuditPlace,
  before: ReplayedHeads,
  from: number,
  entries: readonly Entry[],
): Promise<ReplayedHeads | AuditFinding> {
  let heads = before;
  for (const [offset, { header }] of entries.entries()) {
    if (header?.type !== RECORDED) continue;
    const index = from + offset;
    const next = await recorded(place, heads, index, header);
    if (typeof next === 'string') return { code: next, index };
    heads = next;
  }
  return heads;
}

async function recorded(
  place: AuditPlace,
  heads: ReplayedHeads,
  index: number,
  header: EventHeader,
): Promise<ReplayedHeads | AuditCode> {
  const told = await toldHeads(place, index, header);
  if (typeof told === 'string') return told;
  if (told.treeSize > index) return 'heads-of-wrong-tree';
  if (told.treeSize < heads.frontier.size) return 'heads-backward';
  const next = await upTo(place, heads, told.treeSize);
  return headsFault(place.hash, next, told) ?? next;
}

/** What the event says, from its payload, which the header commits to. */
async function toldHeads(
  { source, hash }: AuditPlace,
  index: number,
  header: EventHeader,
): Promise<Heads | AuditCode> {
  const bytes = await source.read(`heads/${String(index)}`);
  if (!bytes) return 'heads-withheld';
  try {
    const payload = textOf(bytes);
    if (payloadHash(hash.algorithm, payload) !== header.payloadHash) return 'heads-altered';
    return headsOf(payloadData(payload));
  } catch {
    return 'heads-altered';
  }
}

async function upTo(
  { memory, hash }: AuditPlace,
  before: ReplayedHeads,
  size: number,
): Promise<ReplayedHeads> {
  let heads = before;
  while (heads.frontier.size < size) {
    const from = heads.frontier.size;
    const entries = memory.entries(from, Math.min(from + ENTRIES_AT_ONCE, size));
    const { pages, ...next } = await advanceHeads(hash, memory.headsPages, heads, entries);
    memory.noteHeads(pages);
    heads = next;
  }
  memory.forgetEntries(before.frontier.size, size);
  return heads;
}
