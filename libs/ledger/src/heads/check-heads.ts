import { equalBytes } from '../bytes';
import type { Hash } from '../merkle/hash';
import { EMPTY_MAP_ROOT, type HeadEntry, type HeadsMap, type HeadsPages } from './heads-map';
import { childrenOf } from './page';
import { decodePage } from './page-codec';
import { updateHeads } from './update-heads';

/** A map as it is kept, and what it is to be made from. */
export interface HeadsCheck {
  readonly map: HeadsMap;
  readonly pages: HeadsPages;
  /** Events up to which the map goes, the last of every stream among them. */
  readonly entries: AsyncIterable<HeadEntry>;
  /** Empty; takes the pages that are computed anew. */
  readonly scratch: ScratchPages;
}

export interface ScratchPages extends HeadsPages {
  write(pages: ReadonlyMap<string, Uint8Array>): Promise<void>;
}

export type HeadsFinding =
  /** The map is another than what it is said to be. */
  | { readonly map: HeadsMap }
  /** A page is missing, or other than it should be. */
  | { readonly page: string };

/** Computes a map anew from events alone, and tells what is kept otherwise. */
export async function* checkHeads(hash: Hash, check: HeadsCheck): AsyncGenerator<HeadsFinding> {
  const map = await computed(hash, check);
  if (map.streams !== check.map.streams || !equalBytes(map.root, check.map.root)) yield { map };
  if (map.streams > 0) yield* otherPages(check, ['']);
}

/** Entries that are put into the map at once. */
const PORTION = 1_000;

async function computed(hash: Hash, { entries, scratch }: HeadsCheck): Promise<HeadsMap> {
  let map: HeadsMap = { root: EMPTY_MAP_ROOT, streams: 0 };
  const put = async (some: readonly HeadEntry[]) => {
    const { pages, ...updated } = await updateHeads(hash, scratch, map, some);
    await scratch.write(pages);
    map = updated;
  };
  let portion: HeadEntry[] = [];
  for await (const entry of entries) {
    portion.push(entry);
    if (portion.length < PORTION) continue;
    await put(portion);
    portion = [];
  }
  await put(portion);
  return map;
}

async function* otherPages(
  check: Pick<HeadsCheck, 'pages' | 'scratch'>,
  ids: readonly string[],
): AsyncGenerator<HeadsFinding> {
  const [kept, computed] = await Promise.all([check.pages.read(ids), check.scratch.read(ids)]);
  for (const [id, bytes] of computed) {
    if (!equalBytes(kept.get(id) ?? new Uint8Array(), bytes)) yield { page: id };
    const page = decodePage(id, bytes);
    if ('nodes' in page) yield* otherPages(check, childrenOf(id, page));
  }
}
