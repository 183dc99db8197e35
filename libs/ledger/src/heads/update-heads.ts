import { equalBytes } from '../bytes';
import type { Hash } from '../merkle/hash';
import { changePages, type ChangedPages } from './change-pages';
import type { HeadEntry, HeadsMap, HeadsPages } from './heads-map';
import { entryIn, loadPages } from './loaded-pages';
import { requirePlaced, type PlacedEntry } from './placed-entry';
import { keyOf } from './sparse-tree';

/** The pages that changed are written by the caller, together with the map's root. */
export type UpdatedHeads = HeadsMap & ChangedPages;

/**
 * Brings a map forward by further events. Of a stream the greatest revision counts, so that it does not matter in which
 * order and portions they come, nor whether they come again.
 *
 * @throws Malformed if the pages are not those of the map
 */
export async function updateHeads(
  hash: Hash,
  pages: HeadsPages,
  { root, streams }: HeadsMap,
  changes: Iterable<HeadEntry>,
): Promise<UpdatedHeads> {
  const last = lastOfEach(changes).map((entry) => ({ ...entry, key: keyOf(hash, entry.stream) }));
  const loaded = await loadPages(hash, pages, root, last);
  const news = last.filter((entry) => isNewsBeside(hash, entryIn(loaded, entry.key), entry));
  if (news.length === 0) return { root, streams, pages: new Map() };
  const added = news.filter(({ key }) => !entryIn(loaded, key));
  return { ...changePages(hash, loaded, news), streams: streams + added.length };
}

function lastOfEach(entries: Iterable<HeadEntry>): readonly HeadEntry[] {
  const last = new Map<string, HeadEntry>();
  for (const entry of entries) if (isNews(entry, last.get(entry.stream))) last.set(entry.stream, entry);
  return [...last.values()];
}

/** An entry that is kept stands against another only if it is truly the map's. */
function isNewsBeside(hash: Hash, kept: PlacedEntry | undefined, entry: HeadEntry): boolean {
  const news = isNews(entry, kept);
  if (kept && !news) requirePlaced(hash, kept);
  return news;
}

function isNews({ stream, rev, leaf }: HeadEntry, known: Omit<HeadEntry, 'stream'> | undefined): boolean {
  if (known?.rev === rev && !equalBytes(known.leaf, leaf))
    throw new Error(`stream ${stream} has two events of revision ${String(rev)}`);
  return !known || known.rev < rev;
}
