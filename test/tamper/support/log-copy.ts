import { fsck, type EventStore } from '@liuhen/event-store';
import type { LogIdentity } from '@liuhen/kernel';
import { nodeSuite, verifyBundle, type Checkpoint, type Policy, type Report } from '@liuhen/ledger';
import { checkLedger } from '@liuhen/notary';
import { systemClock } from '@liuhen/platform';
import { Pool } from 'pg';
import { BUSINESS } from '../../event-store/open-store';
import type { TestDatabase } from '../../support/database';
import type { Fault } from '../table/fault';
import { evidenceOf } from '../../notary/support/evidence-of';
import type { Engine } from './engine';

/** A golden log in a database of its own, whose administrator does with it as he likes. */
export class LogCopy {
  private constructor(
    readonly database: TestDatabase,
    readonly operator: Pool,
    readonly policy: Policy,
    private readonly engine: Engine,
  ) {}

  static open(database: TestDatabase, policy: Policy, engine: Engine): LogCopy {
    const options = '-c session_replication_role=replica -c search_path=log_business,ledger';
    const operator = new Pool({ connectionString: database.operatorUrl, max: 1, options });
    return new LogCopy(database, operator, policy, engine);
  }

  /** As a superuser whom no trigger stops. */
  async tamper(...statements: readonly string[]): Promise<void> {
    for (const statement of statements) await this.operator.query(statement);
  }

  async query<Row extends object>(sql: string, values: readonly unknown[] = []): Promise<readonly Row[]> {
    const { rows } = await this.operator.query<Row>(sql, [...values]);
    return rows;
  }

  /** What `liuhen fsck` finds in a log and in its ledger, and at which positions. */
  async findings(log: LogIdentity = BUSINESS): Promise<readonly Fault[]> {
    const { findings } = await fsck(this.database.appUrl, log);
    const faults: Fault[] = findings.map(({ kind, position }) => ({
      code: kind,
      at: position === undefined ? undefined : Number(position),
    }));
    await this.withStore(log, async (store) => {
      for await (const { kind } of checkLedger(store, this.operator, this.policy))
        faults.push({ code: kind });
    });
    return faults;
  }

  async withStore<Result>(log: LogIdentity, work: (store: EventStore) => Promise<Result>): Promise<Result> {
    const store = await this.engine.open(this.database, log);
    try {
      return await work(store);
    } finally {
      await store.close();
    }
  }

  /** What a verifier says of the evidence of these cases, as the server would give it now; `undefined` if it gives none. */
  async evidence(cases: readonly string[], trustedCheckpoint?: Checkpoint): Promise<Report | undefined> {
    const file = await this.withStore(BUSINESS, (store) => evidenceOf(store, this.operator, cases));
    if (!file) return undefined;
    return verifyBundle(file, this.policy, { suite: nodeSuite, now: systemClock.now(), trustedCheckpoint });
  }

  async drop(): Promise<void> {
    await this.operator.end();
    await this.database.drop();
  }
}
