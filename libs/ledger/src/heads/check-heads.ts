import { equalBytes } from '../bytes';
import type { Hash } from '../merkle/hash';
import { EMPTY_MAP_ROOT, type HeadEntry, type HeadsMap, type HeadsPages } from './heads-map';
import { updateHeads } from './update-heads';

/** A map as it is kept, and what it is to be made from. */
export interface HeadsCheck {
  readonly map: HeadsMap;
  /** All that are kept. */
  readonly pages: ReadonlyMap<string, Uint8Array>;
  /** Events up to which the map goes, the last of every stream among them; none of the same revision of a stream. */
  readonly entries: Iterable<HeadEntry>;
}

export type HeadsFinding =
  /** The map is another than what it is said to be. */
  | { readonly map: HeadsMap }
  /** A page is missing, other than it should be, or none of the map's. */
  | { readonly page: string };

/** Computes a map anew from events alone, and tells what is kept otherwise. */
export async function* checkHeads(
  hash: Hash,
  { entries, ...kept }: HeadsCheck,
): AsyncGenerator<HeadsFinding> {
  const { pages, ...map } = await computed(hash, entries);
  if (map.streams !== kept.map.streams || !equalBytes(map.root, kept.map.root)) yield { map };
  for (const page of [...new Set([...pages.keys(), ...kept.pages.keys()])].sort()) {
    const [is, should] = [kept.pages.get(page), pages.get(page)];
    if (!is || !should || !equalBytes(is, should)) yield { page };
  }
}

/** Entries that are put into the map at once. */
const PORTION = 1_000;

async function computed(
  hash: Hash,
  entries: Iterable<HeadEntry>,
): Promise<HeadsMap & Pick<HeadsCheck, 'pages'>> {
  const pages = new Map<string, Uint8Array>();
  let map: HeadsMap = { root: EMPTY_MAP_ROOT, streams: 0 };
  for (const portion of portionsOf(entries)) {
    const { pages: changed, ...updated } = await updateHeads(hash, among(pages), map, portion);
    for (const [id, content] of changed) pages.set(id, content);
    map = updated;
  }
  return { ...map, pages };
}

function* portionsOf(entries: Iterable<HeadEntry>): Generator<readonly HeadEntry[]> {
  let portion: HeadEntry[] = [];
  for (const entry of entries) {
    if (portion.push(entry) < PORTION) continue;
    yield portion;
    portion = [];
  }
  yield portion;
}

const among = (pages: ReadonlyMap<string, Uint8Array>): HeadsPages => ({
  read: (ids) =>
    Promise.resolve(
      new Map(
        ids.flatMap((id) => {
          const content = pages.get(id);
          return content ? [[id, content] as const] : [];
        }),
      ),
    ),
});
