import type { Hash } from '../merkle/hash';
import { nodeOfEntries, siblingsAmongEntries, type KeyedEntry, type PlacedEntry } from './placed-entry';
import { EMPTY, join } from './sparse-tree';

/** Entries that a page has at most; beyond, it has the nodes of the pages beneath it instead. */
export const PAGE_ENTRIES = 64;

/** Levels of the tree in a page of nodes. */
const PAGE_LEVELS = 4;

/** Pages beneath a page of nodes. */
export const PAGE_CHILDREN = 2 ** PAGE_LEVELS;

/**
 * A subtree of the map, or its upper levels. Its id is what the keys in it begin with, in hexadecimal. Which pages there
 * are, and what is in them, follows from the entries of the map alone, whatever the order in which they came.
 */
export type Page = EntriesPage | NodesPage;

export interface EntriesPage {
  /** In the order of their keys. */
  readonly entries: readonly PlacedEntry[];
}

export interface NodesPage {
  /** Roots of the pages beneath, from left to right. */
  readonly nodes: readonly Uint8Array[];
}

/** Where nothing is beneath yet. */
export const NO_NODES: readonly Uint8Array[] = Array.from({ length: PAGE_CHILDREN }, () => EMPTY);

/** Depth of a page's root. */
export const depthOf = (id: string): number => PAGE_LEVELS * id.length;

export const childOf = (id: string, place: number): string => id + place.toString(16);

/** In which page beneath a page of nodes a key is. */
export const placeOf = (id: string, key: Uint8Array): number =>
  ((key[id.length >> 1] ?? 0) >> (id.length % 2 === 0 ? PAGE_LEVELS : 0)) % PAGE_CHILDREN;

/** Entries by the page beneath in which they are, from left to right. */
export const byChild = <Keyed extends Pick<KeyedEntry, 'key'>>(
  id: string,
  entries: readonly Keyed[],
): readonly (readonly Keyed[])[] =>
  Array.from({ length: PAGE_CHILDREN }, (_, place) =>
    entries.filter(({ key }) => placeOf(id, key) === place),
  );

export const nodeOfPage = (hash: Hash, id: string, page: Page): Uint8Array =>
  'nodes' in page ? nodeOfNodes(hash, page.nodes) : nodeOfEntries(hash, depthOf(id), page.entries);

/** The nodes beside a key's path in a page, from the top. */
export const siblingsInPage = (hash: Hash, id: string, page: Page, key: Uint8Array): readonly Uint8Array[] =>
  'nodes' in page
    ? siblingsAmongNodes(hash, page.nodes, placeOf(id, key))
    : siblingsAmongEntries(hash, depthOf(id), page.entries, key);

function nodeOfNodes(hash: Hash, nodes: readonly Uint8Array[]): Uint8Array {
  const half = nodes.length / 2;
  if (half < 1) return nodes[0] ?? EMPTY;
  return join(hash, nodeOfNodes(hash, nodes.slice(0, half)), nodeOfNodes(hash, nodes.slice(half)));
}

function siblingsAmongNodes(hash: Hash, nodes: readonly Uint8Array[], place: number): readonly Uint8Array[] {
  const half = nodes.length / 2;
  if (half < 1) return [];
  const [left, right] = [nodes.slice(0, half), nodes.slice(half)];
  const [own, other] = place < half ? [left, right] : [right, left];
  return [nodeOfNodes(hash, other), ...siblingsAmongNodes(hash, own, place % half)];
}
