import { equalBytes } from '../bytes';
import { Malformed } from '../malformed';
import type { Hash } from '../merkle/hash';
import type { HeadsPages } from './heads-map';
import { byChild, childOf, nodeOfPage, placeOf, type Page } from './page';
import { decodePage } from './page-codec';
import type { KeyedEntry, PlacedEntry } from './placed-entry';
import { isEmpty } from './sparse-tree';

/** The pages on the way from a map's root to some keys, by their ids. */
export type LoadedPages = ReadonlyMap<string, Page>;

type Keyed = Pick<KeyedEntry, 'key'>;

/** A page that is to have this root, and what is sought in it. */
interface Wanted {
  readonly id: string;
  readonly node: Uint8Array;
  readonly sought: readonly Keyed[];
}

/** Reads the pages level by level. @throws Malformed if they are not those of the root */
export async function loadPages(
  hash: Hash,
  pages: HeadsPages,
  root: Uint8Array,
  sought: readonly Keyed[],
): Promise<LoadedPages> {
  const loaded = new Map<string, Page>();
  let wanted = [{ id: '', node: root, sought }].filter(isThere);
  while (wanted.length > 0) {
    const read = await pages.read(wanted.map(({ id }) => id));
    wanted = wanted.flatMap((one) => {
      const page = pageIn(hash, one, read.get(one.id));
      loaded.set(one.id, page);
      return beneath(one, page);
    });
  }
  return loaded;
}

const isThere = ({ node, sought }: Wanted): boolean => !isEmpty(node) && sought.length > 0;

function pageIn(hash: Hash, { id, node }: Wanted, bytes: Uint8Array | undefined): Page {
  const page = bytes && decodePage(id, bytes);
  if (!page || !equalBytes(nodeOfPage(hash, id, page), node)) throw new Malformed(`heads page ${id}`);
  return page;
}

function beneath({ id, sought }: Wanted, page: Page): readonly Wanted[] {
  if ('entries' in page) return [];
  const parts = byChild(id, sought);
  return page.nodes
    .map((node, place) => ({ id: childOf(id, place), node, sought: parts[place] ?? [] }))
    .filter(isThere);
}

/** The pages from the root to the last one on a key's way. */
export function* pagesTo(loaded: LoadedPages, key: Uint8Array): Generator<readonly [id: string, page: Page]> {
  for (let id = '', page = loaded.get(id); page; id = childOf(id, placeOf(id, key)), page = loaded.get(id))
    yield [id, page];
}

export function entryIn(loaded: LoadedPages, key: Uint8Array): PlacedEntry | undefined {
  const [, last] = [...pagesTo(loaded, key)].at(-1) ?? [];
  return last && 'entries' in last ? last.entries.find((entry) => equalBytes(entry.key, key)) : undefined;
}
