import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CHECK_NAMES, formatPolicy, type Policy, type Witness } from '@liuhen/ledger';
import { systemClock } from '@liuhen/platform';
import { enrol, foundCosigner, startCosigner, type Served } from '@liuhen/signing';
import { Client } from 'pg';
import { until } from '../../support/until';
import { ReadLedger } from './read-ledger';

const NAME = 'upper';

const LAST_COSIGNED = `
  select from ledger.trees t join ledger.cosignatures c using (log, start, size) where log = 'business'`;

/** A ledger over HTTP, whose business log a cosigner goes through there before it cosigns it. */
export class AuditedLedger {
  /** What the cosigner told of. */
  readonly findings: string[] = [];
  #cosigner: Served | undefined;

  private constructor(
    readonly reading: ReadLedger,
    /** As a superuser. */
    readonly operator: Client,
    private readonly directory: string,
    private readonly policyFile: string,
    private readonly witness: Witness,
  ) {}

  /** All of it cosigned. */
  static async start(): Promise<AuditedLedger> {
    const directory = mkdtempSync(join(tmpdir(), 'liuhen-audited-'));
    mkdirSync(join(directory, NAME));
    const key = foundCosigner(join(directory, NAME), `${NAME}.invalid/cosigner`, 'ed25519');
    const policyFile = join(directory, 'policy');
    writeFileSync(policyFile, formatPolicy(policyOf({ name: NAME, key })));
    const reading = await ReadLedger.start({ ledgerPolicy: policyFile });
    const operator = new Client(reading.ledger.api.database.operatorUrl);
    await operator.connect();
    const audited = new AuditedLedger(reading, operator, directory, policyFile, { name: NAME, key });
    await audited.#startCosigner();
    await audited.untilCosigned();
    return audited;
  }

  /** Of a verifier who takes the word of this log and this cosigner, and asks for everything. */
  get policy(): Policy {
    return { ...policyOf(this.witness), logs: [this.reading.ledger.key] };
  }

  async untilCosigned(): Promise<void> {
    await this.reading.ledger.untilSigned();
    await until(async () => ((await this.operator.query(LAST_COSIGNED)).rowCount ?? 0) > 0);
  }

  /** As a superuser whom no trigger stops. */
  async tamper(statement: string, values: readonly unknown[] = []): Promise<void> {
    await this.operator.query('set session_replication_role = replica');
    await this.operator.query(statement, [...values]);
  }

  async close(): Promise<void> {
    await this.reading.ledger.stopNotaries();
    await this.#cosigner?.close();
    await this.operator.end();
    await this.reading.close();
    rmSync(this.directory, { recursive: true });
  }

  /** It reads the log from the interface, whose address is known only now; so is its own to the notaries. */
  async #startCosigner(): Promise<void> {
    const { ledger } = this.reading;
    const directory = join(this.directory, NAME);
    const { authorization } = await ledger.api.as('ledger-cosigner');
    enrol(directory, ledger.key);
    this.#cosigner = await startCosigner({
      directory,
      logs: [{ ...ledger.key, url: `${ledger.api.server.url}/api/v1/ledger/logs/business` }],
      skewMs: 10_000,
      secret: () => authorization.slice('Bearer '.length),
      clock: systemClock,
      patienceMs: 5_000,
      tell: (_, { code, index }) => this.findings.push(`${code} ${String(index)}`),
      address: { kind: 'port', host: '127.0.0.1', port: 0 },
      report: (error) => {
        throw error;
      },
    });
    const { url } = this.#cosigner;
    writeFileSync(this.policyFile, formatPolicy(policyOf({ ...this.witness, url })));
    await ledger.stopNotaries();
    await ledger.startNotaries();
  }
}

const policyOf = (witness: Witness): Policy => ({
  logs: [],
  witnesses: [witness],
  groups: [],
  quorum: witness.name,
  required: CHECK_NAMES,
  freshnessSeconds: 600,
  skewSeconds: 10,
});
