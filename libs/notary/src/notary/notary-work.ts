import type { Sql } from '@liuhen/kernel';
import {
  frontierFromTiles,
  nodesFromTiles,
  nodeSuite,
  rootOfFrontier,
  type NodeReader,
} from '@liuhen/ledger';
import { Cosigning } from '../cosigning/cosigning';
import { lastCheckpoint } from '../tables/checkpoint-table';
import { numberingOf } from '../tables/numbering';
import { tileTable } from '../tables/tile-table';
import type { MapOfHeads } from '../tables/tree-table';
import { signTree } from './checkpoints';
import { advanceHeads, recordHeads, recordsHeads, type HeadsPlace } from './heads';
import { integrate, type GrowingTree } from './integrate';
import type { LogConnection } from './log-connection';
import { openTree } from './open-tree';
import type { NotaryOptions } from './options';
import { followRestart } from './restart';

/** Events taken in at once: one transaction, some MB in memory. */
const PAGE = 5_000;
/** Between two checkpoints of a log that grows. */
const CHECKPOINT_MS = 1_000;
const SIGNER_RETRY_MS = 5_000;

/** A log as its notary has it in hand. */
interface Work {
  readonly tree: GrowingTree;
  readonly heads: MapOfHeads;
  readonly start: number;
}

/** What a notary does with a log while it has it to itself, step by step. */
export class NotaryWork {
  readonly #place: HeadsPlace;
  readonly #cosigning: Cosigning;
  #work: Work | undefined;
  #signAgainAt = -Infinity;
  /** Only a tree that has the end of the log is signed first: a new start must contain its own declaration. */
  #isCaughtUp = false;
  /** The signer says so at first, and after it has refused: an operator may have told it. */
  #knowsStart = false;
  #headsAt = performance.now();

  constructor(
    private readonly options: NotaryOptions,
    private readonly connection: LogConnection,
  ) {
    const { runtime, db, witnesses, report } = options;
    const { store } = runtime;
    const { name: log, hash: algorithm } = store.identity;
    const hash = nodeSuite.hash(algorithm);
    const numbering = numberingOf(connection.db, store);
    this.#place = { runtime, store, hash, numbering, transaction: connection.transaction };
    // Cosigners are waited for beside the work on the log's own connection.
    const cosigningPlace = { db, log, hash, nodesOf: this.#nodesOf(db) };
    this.#cosigning = new Cosigning(cosigningPlace, witnesses, (witness, error) => {
      report({ kind: 'not-cosigned', log, witness, error });
    });
  }

  /** @throws NotDerivable | ForeignPosition */
  async open(): Promise<void> {
    const { db } = this.connection;
    const { heads, start, ...tree } = await openTree(this.#place, db);
    this.#work = { tree, heads, start };
    const last = await lastCheckpoint(db, this.#place.store.identity.name, start);
    if (last) this.#cosigning.offer(last);
  }

  /** Takes the next events into the tree. @returns whether nothing came after them */
  async takeIn(): Promise<boolean> {
    const { tree, heads, start } = this.#opened;
    const page = await this.#place.store.readPage({ after: tree.position, limit: PAGE });
    this.#isCaughtUp ||= page.atHead;
    if (page.events.length === 0) return page.atHead;
    const isAwaited = heads.size > 0 && heads.leaf === null;
    const found = isAwaited ? page.events.findIndex((event) => recordsHeads(event, heads)) : -1;
    const leaf = found === -1 ? heads.leaf : tree.frontier.size + found;
    const grown = await integrate(this.#place, tree, page.events, leaf);
    this.#work = { tree: grown, heads: { ...heads, leaf }, start };
    return page.atHead;
  }

  /** Has the tree signed if it has grown, and what was signed cosigned. A signer that cannot be reached, or refuses, holds up nothing else. */
  async sign(): Promise<void> {
    this.#cosigning.pursue();
    if (!this.#isCaughtUp || performance.now() < this.#signAgainAt) return;
    try {
      this.#signAgainAt = performance.now() + ((await this.#signed()) ? CHECKPOINT_MS : 0);
    } catch (error) {
      this.#signAgainAt = performance.now() + SIGNER_RETRY_MS;
      this.#knowsStart = false;
      this.options.report({ kind: 'not-signed', log: this.#place.store.identity.name, error });
    }
  }

  /** Records the heads when it is time, or somebody asked for them. */
  async keepHeads(): Promise<void> {
    const { heads } = this.#opened;
    if (this.connection.isAsked()) this.#cosigning.refresh();
    const isTime = performance.now() - this.#headsAt >= this.options.headsMs;
    if (heads.size === 0 || heads.leaf !== null) {
      if (!isTime && this.connection.wanted <= heads.size) return;
      this.#headsAt = performance.now();
      await this.#advanceHeads();
    } else await this.#recordHeads();
  }

  async settled(): Promise<void> {
    await this.#cosigning.settled();
  }

  /** @throws NotContinued */
  async #signed(): Promise<boolean> {
    if (!this.#knowsStart) await this.#learnStart();
    if (!this.#isCaughtUp) return false;
    const { tree, start } = this.#opened;
    const { signer } = this.options;
    const { store, hash } = this.#place;
    const { name: log, origin } = store.identity;
    const { db } = this.connection;
    const place = { db, log, origin, hash, signer, nodesOf: this.#nodesOf(db) };
    const head = { start, size: tree.frontier.size, root: rootOfFrontier(hash, tree.frontier) };
    const checkpoint = await signTree(place, head);
    if (checkpoint) this.#cosigning.offer(checkpoint);
    return checkpoint !== undefined;
  }

  async #learnStart(): Promise<void> {
    const { tree, heads, start: before } = this.#opened;
    const start = await followRestart(this.#place, this.options.signer, before);
    this.#work = { tree, heads, start };
    this.#isCaughtUp &&= start === before;
    this.#knowsStart = true;
  }

  async #advanceHeads(): Promise<void> {
    const { tree, heads, start } = this.#opened;
    const advanced = await advanceHeads(this.#place, heads, tree.frontier.size);
    if (advanced === heads) return;
    this.#work = { tree, heads: advanced, start };
    await this.#recordHeads();
  }

  /** Again where one was cut off between the map and its event. */
  async #recordHeads(): Promise<void> {
    const { heads } = this.#opened;
    const tiles = tileTable(this.connection.db, this.#place.store.identity.name);
    const frontier = await frontierFromTiles(this.#place.hash, heads.size, tiles);
    await recordHeads(this.#place, heads, rootOfFrontier(this.#place.hash, frontier));
  }

  #nodesOf(db: Sql): (size: number) => NodeReader {
    const { hash, store } = this.#place;
    return (size) => nodesFromTiles(hash, size, tileTable(db, store.identity.name));
  }

  get #opened(): Work {
    if (!this.#work) throw new Error('a notary opens its log before it does anything');
    return this.#work;
  }
}
