import { fromBase64, toBase64 } from '../bytes';
import { canonical } from '../canonical';
import { Malformed } from '../malformed';
import { HASH_BYTES } from '../merkle/hash';
import { bitAt, DEPTH, EMPTY, isEmpty } from './sparse-tree';

/** The nodes beside the path from the root to a stream's place, without those that are empty. */
export interface MapProof {
  /** 32 bytes: bit d, from the first byte's highest, tells whether the node beside the path at depth d + 1 is shown. */
  readonly bitmap: Uint8Array;
  /** Those that are, from the root downward. */
  readonly siblings: readonly Uint8Array[];
}

/** @param siblings at the depths from 1; those that are missing at the end are empty. */
export function mapProof(siblings: readonly Uint8Array[]): MapProof {
  const bitmap = new Uint8Array(DEPTH / 8);
  for (const [at, sibling] of siblings.entries())
    if (!isEmpty(sibling)) bitmap[at >> 3] = (bitmap[at >> 3] ?? 0) | (0x80 >> (at & 7));
  return { bitmap, siblings: siblings.filter((sibling) => !isEmpty(sibling)) };
}

/** The nodes beside the path at the depths from 1 to 256; `undefined` if this is no proof. */
export function siblingsOf({ bitmap, siblings }: MapProof): readonly Uint8Array[] | undefined {
  const places = PLACES.filter((at) => bitAt(bitmap, at) === 1);
  const isProof = bitmap.length === DEPTH / 8 && siblings.length === places.length && siblings.every(isShown);
  if (!isProof) return undefined;
  const shown = new Map(places.map((at, order) => [at, siblings[order]]));
  return PLACES.map((at) => shown.get(at) ?? EMPTY);
}

const PLACES = Array.from({ length: DEPTH }, (_, at) => at);

const isShown = (node: Uint8Array): boolean => node.length === HASH_BYTES && !isEmpty(node);

/** The bitmap and each node in base64, each on a line. @throws Malformed */
export function encodeMapProof(proof: MapProof): string {
  if (!siblingsOf(proof)) throw new Malformed('map proof');
  return [proof.bitmap, ...proof.siblings].map((bytes) => `${toBase64(bytes)}\n`).join('');
}

/** @throws Malformed */
export const decodeMapProof = canonical('map proof', mapProofIn, encodeMapProof);

function mapProofIn(text: string): MapProof {
  const [bitmap = new Uint8Array(), ...siblings] = text.split('\n').slice(0, -1).map(fromBase64);
  return { bitmap, siblings };
}
