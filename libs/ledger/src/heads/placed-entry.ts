import { equalBytes, toHex } from '../bytes';
import { Malformed } from '../malformed';
import type { Hash } from '../merkle/hash';
import type { HeadEntry } from './heads-map';
import { bitAt, climbAlone, commonBits, DEPTH, EMPTY, entryNode, join } from './sparse-tree';

export interface KeyedEntry extends Omit<HeadEntry, 'stream'> {
  readonly key: Uint8Array;
}

/** An entry among others of a subtree, with the topmost node beneath which it is alone. */
export interface PlacedEntry extends KeyedEntry {
  readonly node: Uint8Array;
  readonly depth: number;
}

/**
 * Places entries in a subtree. What costs is the way up from an entry's place, a hash for each level: it is gone only for
 * those that are new there, or have a nearer neighbour.
 *
 * @param depth of the subtree.
 * @param entries in the order of their keys.
 * @throws Malformed if the node of one of them was another's
 */
export const placeEntries = (
  hash: Hash,
  depth: number,
  entries: readonly (KeyedEntry | PlacedEntry)[],
): readonly PlacedEntry[] => entries.map((entry, at) => placed(hash, entry, loneDepth(depth, entries, at)));

/** How deep an entry is alone, among those of a subtree in the order of their keys. */
export const loneDepth = (depth: number, entries: readonly KeyedEntry[], at: number): number =>
  Math.max(depth, togetherTo(entries[at - 1], entries[at]) + 1, togetherTo(entries[at], entries[at + 1]) + 1);

const togetherTo = (one: KeyedEntry | undefined, other: KeyedEntry | undefined): number =>
  one && other ? commonBits(one.key, other.key) : -1;

function placed(hash: Hash, entry: KeyedEntry | PlacedEntry, depth: number): PlacedEntry {
  if ('node' in entry && entry.depth === depth) return entry;
  const { key, rev, leaf } = entry;
  const node = loneNode(hash, entry, depth);
  if ('node' in entry && !equalBytes(climbAlone(hash, key, node, depth, entry.depth), entry.node))
    throw new Malformed(headName(entry));
  return { key, rev, leaf, node, depth };
}

/** @throws Malformed if the node is another's */
export function requirePlaced(hash: Hash, entry: PlacedEntry): void {
  if (!equalBytes(loneNode(hash, entry, entry.depth), entry.node)) throw new Malformed(headName(entry));
}

const headName = ({ key }: KeyedEntry): string => `head ${toHex(key)}`;

const loneNode = (hash: Hash, entry: KeyedEntry, depth: number): Uint8Array =>
  climbAlone(hash, entry.key, entryNode(hash, entry.key, entry), DEPTH, depth);

/** Root of the subtree that has these entries. */
export function nodeOfEntries(hash: Hash, depth: number, entries: readonly PlacedEntry[]): Uint8Array {
  const [first, second] = entries;
  if (!first) return EMPTY;
  if (!second) return first.node;
  const [left, right] = halves(depth, entries);
  return join(hash, nodeOfEntries(hash, depth + 1, left), nodeOfEntries(hash, depth + 1, right));
}

/** The nodes beside a key's path in the subtree that has these entries, from the top to the last that is not empty. */
export function siblingsAmongEntries(
  hash: Hash,
  depth: number,
  entries: readonly PlacedEntry[],
  key: Uint8Array,
): readonly Uint8Array[] {
  const [first, second] = entries;
  if (!first) return [];
  if (!second) return siblingsOfLone(hash, depth, first, key);
  const [left, right] = halves(depth, entries);
  const [own, other] = bitAt(key, depth) === 0 ? [left, right] : [right, left];
  return [nodeOfEntries(hash, depth + 1, other), ...siblingsAmongEntries(hash, depth + 1, own, key)];
}

function siblingsOfLone(
  hash: Hash,
  depth: number,
  entry: PlacedEntry,
  key: Uint8Array,
): readonly Uint8Array[] {
  if (equalBytes(entry.key, key)) return [];
  const common = commonBits(entry.key, key);
  const together = Array.from({ length: common - depth }, () => EMPTY);
  return [...together, loneNode(hash, entry, common + 1)];
}

function halves<Entry extends KeyedEntry>(
  depth: number,
  entries: readonly Entry[],
): readonly [left: readonly Entry[], right: readonly Entry[]] {
  const first = entries.findIndex(({ key }) => bitAt(key, depth) === 1);
  const middle = first < 0 ? entries.length : first;
  return [entries.slice(0, middle), entries.slice(middle)];
}
