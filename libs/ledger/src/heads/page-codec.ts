import { concat, toHex } from '../bytes';
import { Malformed } from '../malformed';
import { HASH_BYTES } from '../merkle/hash';
import { depthOf, PAGE_CHILDREN, PAGE_ENTRIES, type EntriesPage, type NodesPage, type Page } from './page';
import { loneDepth, type PlacedEntry } from './placed-entry';
import { compareKeys, revBytes } from './sparse-tree';

/** First byte of a page: what follows. */
const ENTRIES = 0;
const NODES = 1;

const REV_BYTES = 8;
const ENTRY_BYTES = HASH_BYTES + REV_BYTES + HASH_BYTES + HASH_BYTES;

/** Key, revision, leaf hash and node of each entry; or the nodes. */
export const encodePage = (page: Page): Uint8Array =>
  'nodes' in page
    ? concat(Uint8Array.of(NODES), ...page.nodes)
    : concat(Uint8Array.of(ENTRIES), ...page.entries.flatMap(partsOfEntry));

const partsOfEntry = ({ key, rev, leaf, node }: PlacedEntry): readonly Uint8Array[] => [
  key,
  revBytes(rev),
  leaf,
  node,
];

/** @throws Malformed */
export function decodePage(id: string, bytes: Uint8Array): Page {
  const content = Uint8Array.from(bytes.subarray(1));
  const page = bytes[0] === NODES ? nodesIn(content) : bytes[0] === ENTRIES && entriesIn(id, content);
  if (!page) throw new Malformed(`heads page ${id}`);
  return page;
}

const nodesIn = (content: Uint8Array): NodesPage | undefined =>
  content.length === PAGE_CHILDREN * HASH_BYTES ? { nodes: sliced(content, HASH_BYTES) } : undefined;

function entriesIn(id: string, content: Uint8Array): EntriesPage | undefined {
  if (content.length % ENTRY_BYTES !== 0) return undefined;
  const parts = sliced(content, ENTRY_BYTES).map(partsIn);
  const entries = parts.map((part, at) => ({ ...part, depth: loneDepth(depthOf(id), parts, at) }));
  const isPage =
    entries.length <= PAGE_ENTRIES &&
    [entries.at(0), entries.at(-1)].every((entry) => entry && toHex(entry.key).startsWith(id)) &&
    entries.every(({ key, rev }, at) => Number.isSafeInteger(rev) && isAfter(key, entries[at - 1]?.key));
  return isPage ? { entries } : undefined;
}

const isAfter = (key: Uint8Array, before: Uint8Array | undefined): boolean =>
  !before || compareKeys(before, key) < 0;

function partsIn(bytes: Uint8Array): Omit<PlacedEntry, 'depth'> {
  const rev = new DataView(bytes.buffer, bytes.byteOffset + HASH_BYTES).getBigUint64(0);
  const key = bytes.subarray(0, HASH_BYTES);
  const leaf = bytes.subarray(HASH_BYTES + REV_BYTES, -HASH_BYTES);
  return { key, rev: Number(rev), leaf, node: bytes.subarray(-HASH_BYTES) };
}

const sliced = (bytes: Uint8Array, length: number): readonly Uint8Array[] =>
  Array.from({ length: bytes.length / length }, (_, at) => bytes.subarray(length * at, length * (at + 1)));
