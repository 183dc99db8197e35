import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { EventStore } from '@liuhen/event-store';
import type { LogName } from '@liuhen/kernel';
import { CHECK_NAMES, type Policy, type Witness } from '@liuhen/ledger';
import { Notary, type NotaryReport } from '@liuhen/notary';
import { systemClock, systemEntropy } from '@liuhen/platform';
import { sqlOf } from '@liuhen/read-models';
import {
  declareStart,
  enrol,
  foundCosigner,
  foundLog,
  isEnrolled,
  SignerClient,
  startCosigner,
  startSigner,
  verifierKeysIn,
  type Served,
} from '@liuhen/signing';
import { Pool } from 'pg';
import { requestFor, sealedChain } from '../../../libs/event-store/src/testing';
import type { StoreUnderTest } from '../../../libs/event-store/src/testing/contract';
import { BUSINESS, LogDatabase } from '../../event-store/open-store';
import { until } from '../../support/until';

type RunningCosigner = Served & { readonly witness: Witness & { readonly url: string } };

/** A log with its notary, a signer and cosigners, each with a directory of its own, on a real database. */
export class NotaryDesk {
  readonly database = new LogDatabase();
  readonly reports: NotaryReport[] = [];
  readonly #closing: (() => Promise<unknown>)[] = [];
  #directory = '';
  #signer: Served | undefined;
  #cosigners: readonly RunningCosigner[] = [];
  #notaries: Notary[] = [];
  #store: EventStore | undefined;

  /**
   * @param openLog the log; in the desk's own database unless said.
   * @param cosigners what they are called.
   */
  constructor(
    private readonly openLog: (database: LogDatabase) => Promise<StoreUnderTest> = (database) =>
      database.open(),
    private readonly cosigners: readonly [string, ...string[]] = ['upper'],
  ) {}

  async open(): Promise<void> {
    await this.database.create();
    const opened = await this.openLog(this.database);
    this.#store = opened.store;
    this.#closing.push(opened.close);
    this.#directory = await mkdtemp(join(tmpdir(), 'liuhen-notary-'));
    foundLog(this.signerDirectory, BUSINESS.origin, 'ed25519');
    await this.startSigner();
    await this.#startCosigners();
  }

  async close(): Promise<void> {
    await this.rest();
    await this.database.drop();
    await rm(this.#directory, { recursive: true });
  }

  /** Nothing is at work any more, and nobody connected; what they have left stays until the desk is closed. */
  async rest(): Promise<void> {
    await this.stopNotary();
    await this.stopSigner();
    await this.#stopCosigners();
    for (const close of this.#closing.splice(0)) await close();
    await this.database.leave();
  }

  get store(): EventStore {
    if (!this.#store) throw new Error('not open');
    return this.#store;
  }

  get signerDirectory(): string {
    return join(this.#directory, 'signer');
  }

  cosignerDirectory(cosigner: string): string {
    return join(this.#directory, cosigner);
  }

  /** Takes the word of the log in each of its starts, and asks for so many of the cosigners, and for all checks. */
  policy(threshold: number): Policy {
    const witnesses = this.#cosigners.map(({ witness }) => witness);
    const members = witnesses.map(({ name }) => name);
    return {
      logs: verifierKeysIn(this.signerDirectory),
      witnesses,
      groups: [{ name: 'enough', threshold, members }],
      quorum: 'enough',
      required: CHECK_NAMES,
      freshnessSeconds: 3_600,
      skewSeconds: 10,
    };
  }

  get log(): LogName {
    return BUSINESS.name;
  }

  async startSigner(): Promise<void> {
    const path = join(this.#directory, 'signer.sock');
    this.#signer = await startSigner({
      directory: this.signerDirectory,
      address: { kind: 'socket', path },
      secret: undefined,
      report: fail,
    });
  }

  async stopSigner(): Promise<void> {
    await this.#signer?.close();
    this.#signer = undefined;
  }

  /** 重新起算: an operator declares it at the signer, and the cosigners take up the new origin. */
  async beginAnew(reason: string): Promise<void> {
    await this.stopSigner();
    await this.#stopCosigners();
    const declaration = { reason, declaredBy: '运维', declaredAt: systemClock.now() };
    declareStart(this.signerDirectory, BUSINESS.origin, declaration);
    await this.startSigner();
    await this.#startCosigners();
  }

  startNotary(headsMs = 3_600_000): void {
    const { urls } = this.database;
    const pool = new Pool({ connectionString: urls.appUrl, max: 2 });
    this.#closing.unshift(() => pool.end());
    const notary = new Notary({
      runtime: { store: this.store, clock: systemClock, entropy: systemEntropy },
      databaseUrl: urls.appUrl,
      db: sqlOf(pool),
      signer: new SignerClient({ address: this.#signer?.url ?? '' }),
      witnesses: this.#cosigners.map(({ witness }) => witness),
      headsMs,
      report: (report) => this.reports.push(report),
    });
    notary.start();
    this.#notaries.push(notary);
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

  async #startCosigners(): Promise<void> {
    this.#cosigners = await Promise.all(this.cosigners.map((name) => this.#startCosigner(name)));
  }

  async #stopCosigners(): Promise<void> {
    await Promise.all(this.#cosigners.map((cosigner) => cosigner.close()));
    this.#cosigners = [];
  }

  async #startCosigner(name: string): Promise<RunningCosigner> {
    const directory = this.cosignerDirectory(name);
    await mkdir(directory, { recursive: true });
    const key = foundCosigner(directory, `${name}.invalid/cosigner`, 'ed25519');
    const logs = verifierKeysIn(this.signerDirectory);
    for (const log of logs) if (!isEnrolled(directory, log.name)) enrol(directory, log);
    const served = await startCosigner({
      directory,
      address: { kind: 'port', host: '127.0.0.1', port: 0 },
      logs,
      skewMs: 10_000,
      secret: undefined,
      clock: systemClock,
      patienceMs: 5_000,
      tell: (_, finding) => fail(finding),
      report: fail,
    });
    return { ...served, witness: { name, key, url: served.url } };
  }
}

function fail(reason: unknown): never {
  throw new Error(String(reason));
}
