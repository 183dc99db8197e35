import { fsck, PostgresEventStore } from '@liuhen/event-store';
import { nodeSuite, OUTCOME_EXITS, verifyBundle, type AuditFinding } from '@liuhen/ledger';
import { checkLedger } from '@liuhen/notary';
import { systemClock } from '@liuhen/platform';
import { sqlOf } from '@liuhen/read-models';
import type { Pool } from 'pg';
import { ledgerOf } from '../../../libs/notary/src/reading/ledgers';
import { BUSINESS } from '../../event-store/open-store';
import { SigningDesk } from '../../notary/support/signing-desk';
import { startedNotary, type StartedNotary } from '../../notary/support/started-notary';
import { copyOf, freshDatabase, type TestDatabase } from '../../support/database';
import { poolOf } from '../../support/pool';
import { until } from '../../support/until';
import { evidenceOf } from '../../notary/support/evidence-of';
import { ServedLog } from './served-log';

/** All is in the tree, with heads of all before them, and cosigned. */
const SETTLED = `
  select from ledger.trees t
  join log_business.head h on h.position = t.size
  join ledger.cosignatures c using (log, start, size)
  where (t.heads_size, t.heads_leaf) = (t.size - 1, t.size - 1)`;

const CUT_OFF = `
  select pg_terminate_backend(pid) from pg_stat_activity
  where datname = current_database() and application_name = 'liuhen business notary'`;

/** A business log on PostgreSQL with its notary, its signer, and a cosigner that audits it, in nobody's hands but honest ones. */
export class HonestLog {
  readonly findings: AuditFinding[] = [];
  readonly #signing: SigningDesk;
  #running: Running | undefined;

  private constructor(
    private database: TestDatabase,
    private readonly served: ServedLog,
  ) {
    this.#signing = new SigningDesk({
      cosigners: ['upper'],
      auditUrl: served.url,
      tell: (finding) => this.findings.push(finding),
    });
  }

  static async open(): Promise<HonestLog> {
    const log = new HonestLog(await freshDatabase(), await ServedLog.start());
    await log.#signing.start();
    await log.#wake();
    return log;
  }

  get store(): PostgresEventStore {
    return this.#awake.store;
  }

  /** The notary is cut off from the database wherever it is, and another follows. */
  async killNotary(): Promise<void> {
    const { operator, notary } = this.#awake;
    const successor = this.#startNotary(this.store);
    await operator.query(CUT_OFF);
    this.#running = { ...this.#awake, notary: successor };
    await notary.stop();
  }

  /** Everything is stopped and started again. */
  async restart(): Promise<void> {
    await this.#rest();
    await this.#signing.stop();
    await this.#signing.start();
    await this.#wake();
  }

  /** The signer gets a new key, for a new start. */
  async rotateKey(): Promise<void> {
    await this.#rest();
    await this.#signing.beginAnew('更换密钥');
    await this.#wake();
  }

  /** What happens between is lost with the database; the backup from before takes its place, and a new start is declared. */
  async restoreDrill(between: () => Promise<void>): Promise<void> {
    await this.#rest();
    const backup = await copyOf(this.database);
    await this.#wake();
    await between();
    await this.#rest();
    await this.database.drop();
    this.database = backup;
    await this.#signing.beginAnew('恢复备份演练');
    await this.#wake();
  }

  async untilSettled(): Promise<void> {
    const { operator } = this.#awake;
    await until(async () => ((await operator.query(SETTLED)).rowCount ?? 0) > 0);
  }

  /** Whatever anybody finds wrong: `liuhen fsck`, the cosigner, and who verifies the evidence of these cases. */
  async alarms(cases: readonly string[]): Promise<readonly unknown[]> {
    const alarms: unknown[] = [...this.findings];
    alarms.push(...(await fsck(this.database.appUrl, BUSINESS)).findings);
    for await (const finding of checkLedger(this.store, this.#awake.operator, this.#signing.policy(1)))
      alarms.push(finding);
    for (const number of cases) {
      const bundle = await evidenceOf(this.store, this.#awake.operator, [number]);
      const circumstances = { suite: nodeSuite, now: systemClock.now() };
      if (!bundle) throw new Error(`${number} is not covered`);
      const { outcome, checks } = verifyBundle(bundle, this.#signing.policy(1), circumstances);
      const failed = checks.filter(({ result }) => result !== 'PASS');
      if (OUTCOME_EXITS[outcome] !== 0 || failed.length > 0) alarms.push({ number, outcome, failed });
    }
    return alarms;
  }

  /** As a superuser whom no trigger stops. */
  async tamper(statement: string): Promise<void> {
    await this.#awake.operator.query(`set session_replication_role = replica; ${statement}`);
  }

  async close(): Promise<void> {
    await this.#rest();
    await this.#signing.close();
    await this.served.close();
    await this.database.drop();
  }

  get #awake(): Running {
    if (!this.#running) throw new Error('at rest');
    return this.#running;
  }

  async #wake(): Promise<void> {
    const store = await PostgresEventStore.open({ url: this.database.appUrl, log: BUSINESS });
    const operator = poolOf(this.database.operatorUrl, 2);
    this.served.ledger = ledgerOf(store, sqlOf(operator));
    this.#running = { store, operator, notary: this.#startNotary(store) };
  }

  /** Nobody is connected to the database. */
  async #rest(): Promise<void> {
    const { store, operator, notary } = this.#awake;
    await notary.stop();
    this.served.ledger = undefined;
    await store.close();
    await operator.end();
    this.#running = undefined;
  }

  /** Its reports are no alarms: that it was cut off, or that somebody is not there at the moment. */
  #startNotary(store: PostgresEventStore): StartedNotary {
    const databaseUrl = this.database.appUrl;
    return startedNotary({ store, databaseUrl, signing: this.#signing, headsMs: 1, report: () => undefined });
  }
}

interface Running {
  readonly store: PostgresEventStore;
  readonly operator: Pool;
  readonly notary: StartedNotary;
}
