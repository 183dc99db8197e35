import { fsck, PostgresEventStore, type EventStore, type FindingKind } from '@liuhen/event-store';
import { nodeSuite, verifyBundle, type Policy, type Report } from '@liuhen/ledger';
import { checkLedger, type LedgerFindingKind } from '@liuhen/notary';
import { systemClock } from '@liuhen/platform';
import { Pool } from 'pg';
import { BUSINESS } from '../../event-store/open-store';
import type { TestDatabase } from '../../support/database';
import { evidenceOf } from './evidence-of';

/** A golden log in a database of its own, whose administrator does with it as he likes. */
export class LogCopy {
  private constructor(
    readonly database: TestDatabase,
    readonly operator: Pool,
    readonly policy: Policy,
  ) {}

  static open(database: TestDatabase, policy: Policy): LogCopy {
    const options = '-c session_replication_role=replica -c search_path=log_business,ledger';
    const operator = new Pool({ connectionString: database.operatorUrl, max: 1, options });
    return new LogCopy(database, operator, policy);
  }

  /** As a superuser whom no trigger stops. */
  async tamper(...statements: readonly string[]): Promise<void> {
    for (const statement of statements) await this.operator.query(statement);
  }

  async query<Row extends object>(sql: string, values: readonly unknown[] = []): Promise<readonly Row[]> {
    const { rows } = await this.operator.query<Row>(sql, [...values]);
    return rows;
  }

  /** What `liuhen fsck` finds in the log and in its ledger, each kind once. */
  async findings(): Promise<readonly (FindingKind | LedgerFindingKind)[]> {
    const { findings } = await fsck(this.database.appUrl, BUSINESS);
    const kinds = new Set<FindingKind | LedgerFindingKind>(findings.map(({ kind }) => kind));
    await this.withStore(async (store) => {
      for await (const { kind } of checkLedger(store, this.operator)) kinds.add(kind);
    });
    return [...kinds];
  }

  async withStore<Result>(work: (store: EventStore) => Promise<Result>): Promise<Result> {
    const store = await PostgresEventStore.open({ url: this.database.appUrl, log: BUSINESS });
    try {
      return await work(store);
    } finally {
      await store.close();
    }
  }

  /** What a verifier says of the evidence of these cases, as the server would give it now. */
  async evidence(...cases: readonly string[]): Promise<Report> {
    const file = await this.withStore((store) => evidenceOf(store, this.operator, cases));
    return verifyBundle(file, this.policy, { suite: nodeSuite, now: systemClock.now() });
  }

  async drop(): Promise<void> {
    await this.operator.end();
    await this.database.drop();
  }
}
