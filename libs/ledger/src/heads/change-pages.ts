import type { Hash } from '../merkle/hash';
import type { LoadedPages } from './loaded-pages';
import { byChild, childOf, depthOf, NO_NODES, nodeOfPage, PAGE_ENTRIES, type Page } from './page';
import { encodePage } from './page-codec';
import { placeEntries, type KeyedEntry } from './placed-entry';
import { compareKeys } from './sparse-tree';

export interface ChangedPages {
  readonly root: Uint8Array;
  readonly pages: ReadonlyMap<string, Uint8Array>;
}

/** Puts entries into the pages on their way, in place of what there is at their keys; a page that grows too big is split. */
export function changePages(hash: Hash, loaded: LoadedPages, news: readonly KeyedEntry[]): ChangedPages {
  const pages = new Map<string, Uint8Array>();

  function changed(id: string, some: readonly KeyedEntry[]): Uint8Array {
    const page = pageWith(id, some);
    pages.set(id, encodePage(page));
    return nodeOfPage(hash, id, page);
  }

  function pageWith(id: string, some: readonly KeyedEntry[]): Page {
    const page = loaded.get(id) ?? { entries: [] };
    if ('nodes' in page) return { nodes: changedBeneath(id, page.nodes, some) };
    const entries = merged(page.entries, some);
    return entries.length <= PAGE_ENTRIES
      ? { entries: placeEntries(hash, depthOf(id), entries) }
      : { nodes: changedBeneath(id, NO_NODES, entries) };
  }

  function changedBeneath(id: string, nodes: readonly Uint8Array[], some: readonly KeyedEntry[]) {
    const parts = byChild(id, some);
    return nodes.map((node, place) => {
      const part = parts[place] ?? [];
      return part.length === 0 ? node : changed(childOf(id, place), part);
    });
  }

  return { root: changed('', news), pages };
}

/** In the order of the keys; of two with the same key, the one that is news. */
const merged = (entries: readonly KeyedEntry[], news: readonly KeyedEntry[]): readonly KeyedEntry[] =>
  [...entries, ...news]
    .sort((one, other) => compareKeys(one.key, other.key))
    .filter(({ key }, at, sorted) => !isKeyOf(sorted[at + 1], key));

const isKeyOf = (entry: KeyedEntry | undefined, key: Uint8Array): boolean =>
  entry !== undefined && compareKeys(entry.key, key) === 0;
