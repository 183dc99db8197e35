import { rootOfFrontier, type AuditFinding } from '@liuhen/ledger';
import type { AuditPlace } from './audit-place';
import { areLeavesOf, findForeignLeaf } from './audit-tree';
import type { Audited } from './audited';
import { isFinding } from './go-through';
import { BUNDLE, readEntries } from './read-entries';

/**
 * 复查: reads a bundle of what is audited once more, drawn by lot. What is changed afterwards is found in the end, and
 * nobody knows beforehand when it is looked at.
 *
 * @param known entries that were audited before; the others were read just now.
 * @returns the first entry that is not what it was, if the tiles tell it, or the first of the bundle
 * @throws SourceUnavailable
 */
export async function readAgain(
  place: AuditPlace,
  known: number,
  { frontier }: Audited,
): Promise<AuditFinding | undefined> {
  if (known === 0) return undefined;
  const { size } = frontier;
  const from = BUNDLE * place.draw(Math.ceil(known / BUNDLE));
  const entries = await readEntries(place, { from, to: Math.min(from + BUNDLE, size), size });
  if (isFinding(entries)) return entries;
  const leaves = entries.map(({ leaf }) => leaf);
  const tree = { size, root: rootOfFrontier(place.hash, frontier) };
  if (await areLeavesOf(place, tree, from, leaves)) return undefined;
  return { code: 'not-in-tree', index: await findForeignLeaf(place, from, leaves, size) };
}
