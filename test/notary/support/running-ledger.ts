import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { logIdentity, type EventStore } from '@liuhen/event-store';
import { LOG_NAMES, type LogName } from '@liuhen/kernel';
import type { VerifierKey } from '@liuhen/ledger';
import { openRuntimes, type OpenedRuntimes } from '@liuhen/platform';
import { foundLog, startSigner, verifierKeysIn, type Served } from '@liuhen/signing';
import { Client } from 'pg';
import type { ServerConfig } from '../../../apps/api/src/server';
import { runNotaries } from '../../../apps/worker/src/run-notaries';
import type { RunningWorker } from '../../../apps/worker/src/run-worker';
import { startApi, type RunningApi } from '../../api/support/running-api';
import { TEST_DEPLOYMENT } from '../../support/test-deployment';
import { until } from '../../support/until';

interface TreeRow {
  readonly log: LogName;
  readonly position: string | null;
  /** Whether its last event records the heads of all before it, or there is none: nothing more comes of itself. */
  readonly settled: boolean;
  readonly signed: boolean;
}

const TREES = `
  select log, position,
    size = 0 or (heads_leaf, heads_size) is not distinct from (size - 1, size - 1) as settled,
    size = 0 or exists
      (select from ledger.checkpoints c where (c.log, c.start, c.size) = (t.log, t.start, t.size)) as signed
  from ledger.trees t`;

/** The whole system over HTTP, with the notaries of all logs, and their signer, which can be away. */
export class RunningLedger {
  #signer: Served | undefined;
  #notaries: RunningWorker | undefined;

  private constructor(
    readonly api: RunningApi,
    private readonly opened: OpenedRuntimes,
    private readonly database: Client,
    private readonly directory: string,
  ) {}

  static async start(config: Partial<ServerConfig> = {}): Promise<RunningLedger> {
    const directory = await mkdtemp(join(tmpdir(), 'liuhen-ledger-'));
    for (const log of LOG_NAMES)
      foundLog(join(directory, 'signer'), logIdentity(TEST_DEPLOYMENT, log).origin, 'ed25519');
    const api = await startApi({ config });
    const database = new Client(api.database.operatorUrl);
    await database.connect();
    const opened = await openRuntimes(api.config, api.config.databaseAppUrl);
    const ledger = new RunningLedger(api, opened, database, directory);
    await ledger.startSigner();
    await ledger.startNotaries();
    return ledger;
  }

  get stores(): OpenedRuntimes['stores'] {
    return this.opened.stores;
  }

  /** The business log. */
  get store(): EventStore {
    return this.opened.stores.business;
  }

  /** The key of the business log, as a verifier's policy names it. */
  get key(): VerifierKey {
    return this.keyOf('business');
  }

  keyOf(log: LogName): VerifierKey {
    const { origin } = this.opened.stores[log].identity;
    const key = verifierKeysIn(join(this.directory, 'signer')).find(({ name }) => name === origin);
    if (!key) throw new Error(origin);
    return key;
  }

  async startSigner(): Promise<void> {
    this.#signer = await startSigner({
      directory: join(this.directory, 'signer'),
      address: { kind: 'socket', path: this.#socket },
      secret: undefined,
      report: (error) => {
        throw error;
      },
    });
  }

  async stopSigner(): Promise<void> {
    await this.#signer?.close();
  }

  async startNotaries(): Promise<void> {
    this.#notaries = await runNotaries({
      ...this.api.config,
      ledgerSigner: `unix:${this.#socket}`,
      ledgerSignerSecret: undefined,
      ledgerHeadsSeconds: 1,
    });
  }

  async stopNotaries(): Promise<void> {
    await this.#notaries?.close();
  }

  /** Until all that was done is in the trees, and the heads too, so that nothing more comes of itself. */
  async untilIntegrated(): Promise<void> {
    await until(() => this.#everyTree(({ settled }) => settled));
  }

  /** Until checkpoints cover that. */
  async untilSigned(): Promise<void> {
    await until(() => this.#everyTree(({ settled, signed }) => settled && signed));
  }

  async close(): Promise<void> {
    await this.stopNotaries();
    await this.stopSigner();
    await this.opened.close();
    await this.database.end();
    await this.api.close();
    await rm(this.directory, { recursive: true });
  }

  /** Whether it holds for the trees of all logs, each as long as its log. */
  async #everyTree(holds: (tree: TreeRow) => boolean): Promise<boolean> {
    const { rows } = await this.database.query<TreeRow>(TREES);
    for (const log of LOG_NAMES) {
      const tree = rows.find((row) => row.log === log);
      const head = (await this.opened.stores[log].head()) ?? null;
      if (tree?.position !== head || !holds(tree)) return false;
    }
    return true;
  }

  get #socket(): string {
    return join(this.directory, 'signer.sock');
  }
}
