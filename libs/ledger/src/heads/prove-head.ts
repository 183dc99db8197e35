import { Malformed } from '../malformed';
import type { Hash } from '../merkle/hash';
import type { HeadEntry, HeadsPages } from './heads-map';
import { entryIn, loadPages, pagesTo } from './loaded-pages';
import { mapProof, type MapProof } from './map-proof';
import { siblingsInPage } from './page';
import { keyOf } from './sparse-tree';
import { verifyAbsence, verifyPresence } from './verify-head';

export interface ProvenHead {
  /** `undefined` if there is no such stream, which is then what the proof proves. */
  readonly entry: HeadEntry | undefined;
  readonly proof: MapProof;
}

/** Last event of a stream in the map of this root, with the proof. @throws Malformed if the pages are not those of the map */
export async function proveHead(
  hash: Hash,
  pages: HeadsPages,
  root: Uint8Array,
  stream: string,
): Promise<ProvenHead> {
  const key = keyOf(hash, stream);
  const loaded = await loadPages(hash, pages, root, [{ key }]);
  const proof = mapProof(
    [...pagesTo(loaded, key)].flatMap(([id, page]) => siblingsInPage(hash, id, page, key)),
  );
  const found = entryIn(loaded, key);
  const entry = found && { stream, rev: found.rev, leaf: found.leaf };
  const holds = entry ? verifyPresence(hash, root, entry, proof) : verifyAbsence(hash, root, stream, proof);
  if (!holds) throw new Malformed(`head of ${stream}`);
  return { entry, proof };
}
