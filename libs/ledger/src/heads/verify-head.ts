import { equalBytes } from '../bytes';
import { HASH_BYTES, type Hash } from '../merkle/hash';
import type { HeadEntry } from './heads-map';
import { siblingsOf, type MapProof } from './map-proof';
import { EMPTY, entryNode, joinOnPath, keyOf } from './sparse-tree';

/** Whether in the map of this root this is the stream's last event. */
export function verifyPresence(hash: Hash, root: Uint8Array, entry: HeadEntry, proof: MapProof): boolean {
  const { stream, rev, leaf } = entry;
  if (!Number.isSafeInteger(rev) || rev < 0 || leaf.length !== HASH_BYTES) return false;
  const key = keyOf(hash, stream);
  return leadsTo(hash, root, key, entryNode(hash, key, entry), proof);
}

/** Whether in the map of this root there is no such stream. */
export const verifyAbsence = (hash: Hash, root: Uint8Array, stream: string, proof: MapProof): boolean =>
  leadsTo(hash, root, keyOf(hash, stream), EMPTY, proof);

function leadsTo(hash: Hash, root: Uint8Array, key: Uint8Array, node: Uint8Array, proof: MapProof): boolean {
  const siblings = siblingsOf(proof);
  if (!siblings) return false;
  const climbed = siblings.reduceRight(
    (below, sibling, at) => joinOnPath(hash, key, at + 1, below, sibling),
    node,
  );
  return equalBytes(climbed, root);
}
