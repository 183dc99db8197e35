import {
  EMPTY_EDGE,
  EMPTY_FRONTIER,
  EMPTY_MAP_ROOT,
  emptyRoot,
  growTiles,
  inclusionProof,
  nodesFromTiles,
  rootOfFrontier,
  TILE_WIDTH,
  verifyInclusion,
  type Tile,
} from '@liuhen/ledger';
import { openWorkerPool } from '@liuhen/platform';
import { sqlOf } from '@liuhen/read-models';
import { randomBytes, randomInt } from 'node:crypto';
import { appUrl } from '../../deploy/migrations/application-role';
import { ledgerOf, type LogLedger } from '../../libs/notary/src/reading/ledgers';
import { tileTable, writeTiles } from '../../libs/notary/src/tables/tile-table';
import { foundTree, growTree, readTree, type Tree } from '../../libs/notary/src/tables/tree-table';
import { openLog } from '../workload/our-log';
import { Timing, type Timed, type Times } from '../workload/timing';

interface TreeInput {
  readonly ownerUrl: string;
}

export interface GrowTreeInput extends TreeInput {
  readonly leaves: number;
}

const PAGE = 5_000;

/** A tree of random leaves, as the notary would leave it. */
export const growTreeTask = ({ ownerUrl, leaves }: GrowTreeInput): Promise<void> =>
  withLedger(ownerUrl, async ({ db, log, hash }) => {
    await foundTree(db, log, { treeRoot: emptyRoot(hash), mapRoot: EMPTY_MAP_ROOT });
    let [frontier, edge] = [EMPTY_FRONTIER, EMPTY_EDGE];
    while (frontier.size < leaves) {
      const count = Math.min(PAGE, leaves - frontier.size);
      const hashes = Array.from({ length: count }, () => new Uint8Array(randomBytes(32)));
      const grown = growTiles(hash, { frontier, edge }, hashes);
      await writeTiles(db, log, grown.tiles);
      ({ frontier, edge } = grown);
    }
    const root = rootOfFrontier(hash, frontier);
    await growTree(db, log, 0, { size: leaves, root, position: undefined, headsLeaf: null });
  });

/** With nothing read before, with every tile in memory, or only the reading of the tiles that are needed. */
export type ProofWay = 'receipt' | 'tiles at hand' | 'its tiles alone';

export interface ProveInput extends TreeInput, Times {
  readonly way: ProofWay;
}

/** Proofs a second, and how long each took. */
export const proveTask = ({ ownerUrl, way, ...times }: ProveInput): Promise<Timed> =>
  withLedger(ownerUrl, async (ledger) => {
    const tree = await readTree(ledger.db, ledger.log);
    if (!tree) throw new Error('there is no tree');
    await checkSome(ledger, tree);
    const prove = await PROVERS[way](ledger, tree.size);
    const timing = new Timing(times);
    while (!timing.isOver()) {
      const index = randomInt(tree.size);
      const began = performance.now();
      await prove(index);
      timing.done(began, 1);
    }
    return timing.result();
  });

type Prover = (index: number) => Promise<unknown>;

const PROVERS: Readonly<Record<ProofWay, (ledger: LogLedger, size: number) => Promise<Prover>>> = {
  receipt: ({ hash, nodesOf }, size) =>
    Promise.resolve((index) => inclusionProof(hash, index, size, nodesOf(size))),

  'tiles at hand': async ({ hash, nodesOf }, size) => {
    const nodes = nodesOf(size);
    const prove: Prover = (index) => inclusionProof(hash, index, size, nodes);
    for (let index = 0; index < size; index += TILE_WIDTH) await prove(index);
    return prove;
  },

  'its tiles alone': async (ledger, size) => {
    const source = tileTable(ledger.db, ledger.log);
    const needed: (readonly Tile[])[] = [];
    for (let n = 0; n < SAMPLE; n++) needed.push(await tilesNeeded(ledger, randomInt(size), size));
    return async (index) => {
      for (const tile of needed[index % SAMPLE] ?? []) await source.readTile(tile);
    };
  },
};

const SAMPLE = 100;

async function tilesNeeded(
  { db, log, hash }: LogLedger,
  index: number,
  size: number,
): Promise<readonly Tile[]> {
  const tiles: Tile[] = [];
  const source = tileTable(db, log);
  const noting = {
    readTile: (tile: Tile) => {
      tiles.push(tile);
      return source.readTile(tile);
    },
  };
  await inclusionProof(hash, index, size, nodesFromTiles(hash, size, noting));
  return tiles;
}

/** @throws Error if a proof does not prove. */
async function checkSome({ hash, nodesOf }: LogLedger, { size, root }: Tree): Promise<void> {
  for (let n = 0; n < SAMPLE; n++) {
    const index = randomInt(size);
    const nodes = nodesOf(size);
    const leaf = await nodes(0, index);
    const proof = await inclusionProof(hash, index, size, nodes);
    if (!verifyInclusion(hash, { index, size, leaf, proof, root }))
      throw new Error(`leaf ${String(index)} is not proved`);
  }
}

async function withLedger<Result>(
  ownerUrl: string,
  work: (ledger: LogLedger) => Promise<Result>,
): Promise<Result> {
  const store = await openLog(ownerUrl);
  const pool = openWorkerPool(appUrl(ownerUrl), 1);
  const result = await work(ledgerOf(store, sqlOf(pool)));
  await pool.end();
  await store.close();
  return result;
}
