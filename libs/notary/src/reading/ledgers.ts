import type { EventStore } from '@liuhen/event-store';
import type { LogName, Sql } from '@liuhen/kernel';
import { nodesFromTiles, nodeSuite, type Hash, type NodeReader } from '@liuhen/ledger';
import { ReadDatabase, Runtimes } from '@liuhen/platform';
import { Injectable } from '@nestjs/common';
import { numberingOf, type Numbering } from '../tables/numbering';
import { tileTable } from '../tables/tile-table';

/** A log and what the notary derived from it, for whoever proves something of it. */
export interface LogLedger {
  readonly log: LogName;
  readonly store: EventStore;
  readonly hash: Hash;
  readonly numbering: Numbering;
  readonly db: Sql;
  /** The inner nodes of the tree of so many leaves. */
  readonly nodesOf: (size: number) => NodeReader;
}

export function ledgerOf(store: EventStore, db: Sql): LogLedger {
  const { name: log, hash: algorithm } = store.identity;
  const hash = nodeSuite.hash(algorithm);
  const nodesOf = (size: number): NodeReader => nodesFromTiles(hash, size, tileTable(db, log));
  return { log, store, hash, db, numbering: numberingOf(db, store), nodesOf };
}

@Injectable()
export class Ledgers {
  constructor(
    private readonly runtimes: Runtimes,
    private readonly db: ReadDatabase,
  ) {}

  /** @param db what it is read from; each query by itself unless said. */
  of(log: LogName, db: Sql = this.db): LogLedger {
    return ledgerOf(this.runtimes[log].store, db);
  }
}
