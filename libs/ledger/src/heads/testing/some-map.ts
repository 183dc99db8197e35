import { utf8 } from '../../bytes';
import { leafHash, type Hash } from '../../merkle/hash';
import { EMPTY_MAP_ROOT, type HeadEntry, type HeadsMap } from '../heads-map';
import { updateHeads } from '../update-heads';
import { MemoryPages } from './memory-pages';

/** An event of a stream; there is one of each revision. */
export const someHead = (hash: Hash, stream: string, rev = 0): HeadEntry => ({
  stream,
  rev,
  leaf: leafHash(hash, utf8(`${stream} ${String(rev)}`)),
});

export const someHeads = (hash: Hash, count: number): readonly HeadEntry[] =>
  Array.from({ length: count }, (_, number) => someHead(hash, `case-${String(number)}`));

export interface SomeMap {
  readonly map: HeadsMap;
  readonly pages: MemoryPages;
}

/** The map to which events were given in these portions. */
export async function mapOf(hash: Hash, ...portions: readonly (readonly HeadEntry[])[]): Promise<SomeMap> {
  const pages = new MemoryPages();
  let map: HeadsMap = { root: EMPTY_MAP_ROOT, streams: 0 };
  for (const portion of portions) {
    const { pages: changed, ...updated } = await updateHeads(hash, pages, map, portion);
    await pages.write(changed);
    map = updated;
  }
  return { map, pages };
}
