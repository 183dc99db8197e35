import { logIdentity } from '@liuhen/event-store';
import type { SealedEvent } from '@liuhen/kernel';
import {
  EMPTY_FRONTIER,
  entryOf,
  equalBytes,
  grow,
  leafHash,
  nodeSuite,
  replayHeaders,
  rootOf,
  rootOfFrontier,
  utf8,
  verifyInclusion,
  type Replayed,
  type StreamHead,
} from '@liuhen/ledger';
import { LabTree } from '../../libs/ledger/src/testing/lab-tree';
import { systemClock } from '../../libs/platform/src/runtime/system';
import { caseLogOf, lengthOf } from '../workload/case-log';
import { DEPLOYMENT, nextOf } from '../workload/our-log';
import { Timing, type Timed, type Times } from '../workload/timing';

/** Hashed, hashed up to the root, the same with every header checked, or each verified by its own proof. */
export type LeafWay = 'hash' | 'tree' | 'audit' | 'proofs';

export interface VerifyLeavesInput extends Times {
  readonly way: LeafWay;
  /** Of a log as it is filled, all in memory. */
  readonly leaves: number;
}

/** Leaves a second; the log is gone through again and again. */
export async function verifyLeavesTask({ way, leaves, ...times }: VerifyLeavesInput): Promise<Timed> {
  const pass = await PASSES[way](entriesOf(leaves));
  const timing = new Timing(times);
  while (!timing.isOver()) {
    let began = performance.now();
    for (const count of pass()) {
      timing.done(began, count);
      if (timing.isOver()) break;
      began = performance.now();
    }
  }
  return timing.result();
}

/** Goes through the log once, and tells after each page how many leaves it had. @throws Error if something is wrong */
type Pass = () => Iterable<number>;

const hash = nodeSuite.hash(DEPLOYMENT.hash);

const PASSES: Readonly<Record<LeafWay, (entries: readonly Uint8Array[]) => Pass | Promise<Pass>>> = {
  hash: (entries) =>
    function* () {
      for (const page of pagesOf(entries)) {
        for (const entry of page) leafHash(hash, entry);
        yield page.length;
      }
    },

  tree: (entries) => {
    const root = rootOf(hash, entries.map(leafOf));
    return function* () {
      let frontier = EMPTY_FRONTIER;
      for (const page of pagesOf(entries)) {
        frontier = grow(hash, frontier, page.map(leafOf));
        yield page.length;
      }
      check(equalBytes(rootOfFrontier(hash, frontier), root));
    };
  },

  audit: (entries) => {
    const root = rootOf(hash, entries.map(leafOf));
    const rules = { log: logIdentity(DEPLOYMENT, 'business').origin, skewMs: 0, now: systemClock.now() };
    return function* () {
      let frontier = EMPTY_FRONTIER;
      let replayed: Replayed = { size: 0, latest: null };
      const heads = new Map<string, StreamHead>();
      for (const page of pagesOf(entries)) {
        const read = page.map((entry) => entryOf(hash, entry));
        const found = replayHeaders(rules, replayed, heads, read);
        if ('code' in found) throw new Error(found.code);
        for (const [stream, head] of found.streams) heads.set(stream, head);
        replayed = found;
        frontier = grow(
          hash,
          frontier,
          read.map(({ leaf }) => leaf),
        );
        yield page.length;
      }
      check(equalBytes(rootOfFrontier(hash, frontier), root));
    };
  },

  proofs: async (entries) => {
    const size = entries.length;
    const tree = new LabTree(hash);
    for (const entry of entries) tree.add(leafOf(entry));
    const root = tree.root();
    const proved = await Promise.all(
      entries.map(async (entry, index) => ({ entry, index, proof: await tree.inclusion(index, size) })),
    );
    return function* () {
      for (const page of pagesOf(proved)) {
        for (const { entry, index, proof } of page)
          check(verifyInclusion(hash, { index, size, leaf: leafOf(entry), proof, root }));
        yield page.length;
      }
    };
  },
};

const leafOf = (entry: Uint8Array): Uint8Array => leafHash(hash, entry);

function check(holds: boolean): void {
  if (!holds) throw new Error('the leaves are not those of the tree');
}

/** As many as a bundle of entries has. */
const PAGE = 256;

function* pagesOf<Item>(items: readonly Item[]): Generator<readonly Item[]> {
  for (let first = 0; first < items.length; first += PAGE) yield items.slice(first, first + PAGE);
}

/** Headers of cases, one case after the other. */
function entriesOf(leaves: number): readonly Uint8Array[] {
  const entries: Uint8Array[] = [];
  for (let n = 0; n < caseLogOf(leaves).cases; n++) {
    let last: SealedEvent | undefined;
    for (let rev = 0; rev < lengthOf(n); rev++) {
      last = nextOf(n, last);
      entries.push(utf8(last.headerText));
    }
  }
  return entries;
}
