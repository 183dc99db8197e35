import type { EventStore } from '@liuhen/event-store';
import type { LogName } from '@liuhen/kernel';
import type { Policy } from '@liuhen/ledger';
import type { NotaryReport } from '@liuhen/notary';
import { systemClock } from '@liuhen/platform';
import { requestFor, sealedChain } from '../../../libs/event-store/src/testing';
import type { StoreUnderTest } from '../../../libs/event-store/src/testing/contract';
import { BUSINESS, LogDatabase } from '../../event-store/open-store';
import { until } from '../../support/until';
import { SigningDesk } from './signing-desk';
import { startedNotary, type StartedNotary } from './started-notary';

/** A log with its notary, a signer and cosigners, on a real database. */
export class NotaryDesk {
  readonly database = new LogDatabase();
  readonly reports: NotaryReport[] = [];
  readonly #signing: SigningDesk;
  #notaries: StartedNotary[] = [];
  #opened: StoreUnderTest | undefined;

  /**
   * @param openLog the log; in the desk's own database unless said.
   * @param cosigners what they are called.
   */
  constructor(
    private readonly openLog: (database: LogDatabase) => Promise<StoreUnderTest> = (database) =>
      database.open(),
    private readonly cosigners: readonly [string, ...string[]] = ['upper'],
  ) {
    this.#signing = new SigningDesk({ cosigners });
  }

  async open(): Promise<void> {
    await this.database.create();
    this.#opened = await this.openLog(this.database);
    await this.#signing.start();
  }

  async close(): Promise<void> {
    await this.rest();
    await this.database.drop();
    await this.#signing.close();
  }

  /** Nothing is at work any more, and nobody connected; what they have left stays until the desk is closed. */
  async rest(): Promise<void> {
    await this.stopNotary();
    await this.#signing.stop();
    await this.#opened?.close();
    this.#opened = undefined;
    await this.database.leave();
  }

  get store(): EventStore {
    if (!this.#opened) throw new Error('not open');
    return this.#opened.store;
  }

  get signerDirectory(): string {
    return this.#signing.signerDirectory;
  }

  get log(): LogName {
    return BUSINESS.name;
  }

  /** As {@link SigningDesk.policy}. */
  policy(threshold: number): Policy {
    return this.#signing.policy(threshold);
  }

  startSigner(): Promise<void> {
    return this.#signing.startSigner();
  }

  stopSigner(): Promise<void> {
    return this.#signing.stopSigner();
  }

  /** As {@link SigningDesk.beginAnew}; no notary may be at work. */
  beginAnew(reason: string): Promise<void> {
    return this.#signing.beginAnew(reason);
  }

  startNotary(headsMs = 3_600_000): void {
    const { store } = this;
    const { appUrl: databaseUrl } = this.database.urls;
    const report = (said: NotaryReport) => this.reports.push(said);
    this.#notaries.push(startedNotary({ store, databaseUrl, signing: this.#signing, headsMs, report }));
  }

  async stopNotary(): Promise<void> {
    await Promise.all(this.#notaries.splice(0).map((notary) => notary.stop()));
  }

  /** So many events in a stream that is new. */
  async append(stream: string, count: number): Promise<void> {
    const events = sealedChain(count, {
      log: BUSINESS,
      stream,
      header: { recordedAt: systemClock.now() },
    });
    await this.store.append(requestFor(events));
  }

  /** The one row of a table of the ledger that a query gives, as the operator sees it. */
  async row<Row extends object>(sql: string): Promise<Row | undefined> {
    return (await this.database.query<Row>(sql))[0];
  }

  async untilCosigned(size: number): Promise<void> {
    await until(async () => {
      const found = await this.row<{ readonly count: string }>(
        `select count(distinct cosigner) from ledger.cosignatures where size >= ${String(size)}`,
      );
      return Number(found?.count) === this.cosigners.length;
    });
  }

  async untilReported(kind: NotaryReport['kind']): Promise<NotaryReport> {
    await until(() => this.reports.some((report) => report.kind === kind));
    const found = this.reports.find((report) => report.kind === kind);
    if (!found) throw new Error(kind);
    return found;
  }
}
