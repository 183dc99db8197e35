import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { EventStore } from '@liuhen/event-store';
import type { LogName } from '@liuhen/kernel';
import type { Witness } from '@liuhen/ledger';
import { Notary, type NotaryReport } from '@liuhen/notary';
import { systemClock, systemEntropy } from '@liuhen/platform';
import { sqlOf } from '@liuhen/read-models';
import {
  enrol,
  foundCosigner,
  foundLog,
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

const COSIGNER = 'upper';

/** A log with its notary, a signer and a cosigner, each with a directory of its own, on a real database. */
export class NotaryDesk {
  readonly database = new LogDatabase();
  readonly reports: NotaryReport[] = [];
  readonly #closing: (() => Promise<unknown>)[] = [];
  #directory = '';
  #signer: Served | undefined;
  #cosigner: (Served & { readonly witness: Witness }) | undefined;
  #notaries: Notary[] = [];
  #store: EventStore | undefined;

  /** @param openLog the log; in the desk's own database unless said. */
  constructor(
    private readonly openLog: (database: LogDatabase) => Promise<StoreUnderTest> = (database) =>
      database.open(),
  ) {}

  async open(): Promise<void> {
    await this.database.create();
    const opened = await this.openLog(this.database);
    this.#store = opened.store;
    this.#closing.push(opened.close, () => this.database.drop());
    this.#directory = await mkdtemp(join(tmpdir(), 'liuhen-notary-'));
    this.#closing.push(() => rm(this.#directory, { recursive: true }));
    foundLog(this.signerDirectory, BUSINESS.origin, 'ed25519');
    await this.startSigner();
    await this.#startCosigner();
  }

  async close(): Promise<void> {
    await this.stopNotary();
    await this.#signer?.close();
    await this.#cosigner?.close();
    for (const close of this.#closing) await close();
  }

  get store(): EventStore {
    if (!this.#store) throw new Error('not open');
    return this.#store;
  }

  get signerDirectory(): string {
    return join(this.#directory, 'signer');
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
  }

  startNotary(headsMs = 3_600_000): void {
    const { urls } = this.database;
    const pool = new Pool({ connectionString: urls.appUrl, max: 2 });
    this.#closing.unshift(() => pool.end());
    const witness = this.#cosigner?.witness;
    const notary = new Notary({
      runtime: { store: this.store, clock: systemClock, entropy: systemEntropy },
      databaseUrl: urls.appUrl,
      db: sqlOf(pool),
      signer: new SignerClient({ address: this.#signer?.url ?? '' }),
      witnesses: witness?.url === undefined ? [] : [{ ...witness, url: witness.url }],
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
      const found = await this.row<{ readonly size: string }>(
        'select max(size) as size from ledger.cosignatures',
      );
      return Number(found?.size ?? 0) >= size;
    });
  }

  async untilReported(kind: NotaryReport['kind']): Promise<NotaryReport> {
    await until(() => this.reports.some((report) => report.kind === kind));
    const found = this.reports.find((report) => report.kind === kind);
    if (!found) throw new Error(kind);
    return found;
  }

  async #startCosigner(): Promise<void> {
    const directory = join(this.#directory, 'cosigner');
    await mkdir(directory);
    const key = foundCosigner(directory, `upper.invalid/${COSIGNER}`, 'ed25519');
    const logs = verifierKeysIn(this.signerDirectory);
    for (const log of logs) enrol(directory, log);
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
    this.#cosigner = { ...served, witness: { name: COSIGNER, key, url: served.url } };
  }
}

function fail(reason: unknown): never {
  throw new Error(String(reason));
}
