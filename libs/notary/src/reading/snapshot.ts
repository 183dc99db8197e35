import type { Sql } from '@liuhen/kernel';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

/** One state of the ledger's tables for several queries: the notary goes on meanwhile. */
@Injectable()
export class Snapshot {
  constructor(private readonly dataSource: DataSource) {}

  of<Result>(work: (db: Sql) => Promise<Result>): Promise<Result> {
    return this.dataSource.transaction('REPEATABLE READ', (manager) => {
      let before: Promise<unknown> = Promise.resolve();
      return work({
        query: async <Row extends object>(text: string, values: readonly unknown[] = []) => {
          const asked = before.then(() => manager.query<Row[]>(text, [...values]));
          // A transaction has one connection, which does one thing at a time, and none after one that failed.
          before = asked;
          const rows = await asked;
          return { rows, rowCount: rows.length };
        },
      });
    });
  }
}
