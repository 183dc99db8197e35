import { grow, originOfStart, rootOfFrontier, type AuditFinding, type Checkpoint } from '@liuhen/ledger';
import type { AuditPlace } from './audit-place';
import { findForeignLeaf, isPrefix } from './audit-tree';
import type { Audited } from './audited';
import { goThrough, isFinding } from './go-through';
import { readAgain } from './read-again';
import { readEntries } from './read-entries';

/**
 * Goes through all entries of a checkpoint's tree that are not audited yet: that they are the tree's, that each header
 * follows what precedes it, that the heads are right. What was gone through is remembered, so that the next audit, also after
 * this process has ended, goes on from there; of what it had gone through before, it reads a part again.
 *
 * @returns the first thing that is wrong; nothing of its part of the log is remembered
 * @throws SourceUnavailable
 */
export async function audit(place: AuditPlace, checkpoint: Checkpoint): Promise<AuditFinding | undefined> {
  const { memory } = place;
  const known = memory.audited.frontier.size;
  try {
    for (;;) {
      const before = memory.audited;
      if (before.frontier.size >= checkpoint.size)
        return (await contradiction(place, before, checkpoint)) ?? (await readAgain(place, known, before));
      const after = await auditNext(place, before, checkpoint);
      if (isFinding(after)) return after;
      memory.commit(after);
    }
  } finally {
    memory.discard();
  }
}

/** What is audited may have been shown as another tree's, of which nobody else knows. */
async function contradiction(
  place: AuditPlace,
  { frontier }: Audited,
  checkpoint: Checkpoint,
): Promise<AuditFinding | undefined> {
  const all = { size: frontier.size, root: rootOfFrontier(place.hash, frontier) };
  if (await isPrefix(place, checkpoint, all)) return undefined;
  return { code: 'not-in-tree', index: checkpoint.size - 1 };
}

async function auditNext(
  place: AuditPlace,
  before: Audited,
  checkpoint: Checkpoint,
): Promise<Audited | AuditFinding> {
  const from = before.frontier.size;
  const to = Math.min(from + place.entriesAtOnce, checkpoint.size);
  const entries = await readEntries(place, { from, to, size: checkpoint.size });
  if (isFinding(entries)) return entries;
  const leaves = entries.map(({ leaf }) => leaf);
  const root = rootOfFrontier(place.hash, grow(place.hash, before.frontier, leaves));
  if (!(await isPrefix(place, { size: to, root }, checkpoint))) {
    const index = await findForeignLeaf(place, from, leaves, checkpoint.size);
    const sound = await goThrough(place, before, entries.slice(0, index - from));
    return isFinding(sound) ? sound : { code: 'not-in-tree', index };
  }
  const after = await goThrough(place, before, entries);
  if (isFinding(after) || to < checkpoint.size || tellsItsStart(place, after)) return after;
  return { code: 'restart-untold', index: to - 1 };
}

/** The event that declares a new start comes before the first checkpoint that is signed in it. */
const tellsItsStart = ({ log, origin }: AuditPlace, { restarts }: Audited): boolean =>
  origin === originOfStart(log, 1) || restarts > 0;
