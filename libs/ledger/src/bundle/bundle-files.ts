import type { Digest, HashAlgorithm } from '@liuhen/kernel';
import { fromBase64, toBase64 } from '../bytes';
import { decodeMapProof, encodeMapProof, type MapProof } from '../heads/map-proof';
import { Malformed } from '../malformed';
import { HASH_BYTES } from '../merkle/hash';
import { formatNote, parseNote, type SignedNote } from '../note/note';
import {
  CASE_STATES,
  type BundleCase,
  type BundleEvent,
  type BundleHeads,
  type BundleSigners,
  type Exporter,
  type HiddenEvent,
  type Manifest,
  type ProvenEvent,
  type ShownEvent,
  type StreamInHeads,
} from './bundle';
import { fileOf, jsonFile, jsonLinesFile } from './file-codec';
import {
  base64Hash,
  constant,
  digest,
  either,
  hexHash,
  instant,
  line,
  list,
  mapOf,
  natural,
  object,
  oneOf,
  text,
  type Codec,
} from './json-codec';

/** Version of the format, the text of {@link README} included. */
export const FORMAT = 'liuhen-evidence/2' as const;

/** The manifest as it is written: with the digest of every other file. */
export interface StatedManifest extends Manifest {
  readonly format: typeof FORMAT;
  readonly files: ReadonlyMap<string, Digest>;
}

const ALGORITHMS: Readonly<Record<HashAlgorithm, true>> = { sha256: true, sm3: true };

const manifestCodec = object<StatedManifest>({
  format: constant(FORMAT),
  origin: text,
  log: text,
  hash: oneOf(ALGORITHMS),
  treeSize: natural,
  exportedAt: instant,
  exportedBy: object<Exporter>({ person: text, post: text, court: text }),
  purpose: text,
  cases: list(object<BundleCase>({ case: text, stream: text, state: oneOf(CASE_STATES), events: natural })),
  files: mapOf(digest),
});

const hashes = list(base64Hash);
const place = { index: natural, proof: hashes, stream: text, rev: natural };
const content = { header: line, payload: list(line) };

const shownEvent = object<ShownEvent>({ ...place, ...content });
const bundleEvent: Codec<BundleEvent> = either(
  'leaf',
  object<HiddenEvent>({ ...place, leaf: hexHash }),
  shownEvent,
);

const mapProof: Codec<MapProof> = { read: (json) => decodeMapProof(text.read(json)), write: encodeMapProof };
const streamInHeads: Codec<StreamInHeads> = either(
  'absent',
  object<Extract<StreamInHeads, { absent: true }>>({ stream: text, absent: constant(true), proof: mapProof }),
  object<Exclude<StreamInHeads, { absent: true }>>({
    stream: text,
    rev: natural,
    leaf: hexHash,
    proof: mapProof,
  }),
);

export const manifestFile = jsonFile('manifest.json', manifestCodec);
export const eventsFile = jsonLinesFile('events.jsonl', bundleEvent);
export const startsFile = jsonLinesFile('starts.jsonl', shownEvent);
export const noteFile = fileOf('note', parseNote, formatNote);

const heads = object<BundleHeads>({
  event: object<ProvenEvent>({ index: natural, proof: hashes, ...content }),
  consistency: hashes,
  streams: list(streamInHeads),
});
const note: Codec<SignedNote> = { read: (json) => parseNote(text.read(json)), write: formatNote };

export const headsFile = jsonFile<BundleHeads>('heads.json', heads);
export const signersFile = jsonFile<BundleSigners>(
  'signers.json',
  object<BundleSigners>({ checkpoint: note, heads, events: list(shownEvent) }),
);

/** Each digest once, in order; no event without any. */
export const withheldFile = jsonFile<ReadonlyMap<string, readonly Digest[]>>('withheld.json', {
  read: mapOf(list(digest)).read,
  write: (withheld) =>
    Object.fromEntries(
      [...withheld].flatMap(([id, digests]) =>
        digests.length === 0 ? [] : [[id, [...new Set(digests)].sort()]],
      ),
    ),
});

/** Hashes in base64, each on a line. */
export const proofFile = fileOf<readonly Uint8Array[]>(
  'proof',
  (lines) => lines.split('\n').slice(0, -1).map(hashOn),
  (proof) => proof.map((hash) => `${toBase64(hash)}\n`).join(''),
);

function hashOn(base64: string): Uint8Array {
  const hash = fromBase64(base64);
  if (hash.length !== HASH_BYTES) throw new Malformed('proof');
  return hash;
}
