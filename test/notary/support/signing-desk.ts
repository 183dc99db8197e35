import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CHECK_NAMES, type AuditFinding, type Policy, type Witness } from '@liuhen/ledger';
import { systemClock } from '@liuhen/platform';
import {
  declareStart,
  enrol,
  foundCosigner,
  foundLog,
  isEnrolled,
  startCosigner,
  startSigner,
  verifierKeysIn,
  type Served,
} from '@liuhen/signing';
import { BUSINESS } from '../../event-store/open-store';

type RunningCosigner = Served & { readonly witness: Witness & { readonly url: string } };

export interface SigningOptions {
  readonly cosigners: readonly string[];
  /** Where cosigners read the log and go through it; they cosign it for its consistency alone unless said. */
  readonly auditUrl?: string;
  /** Of what they find. */
  readonly tell?: (finding: AuditFinding) => void;
}

/** The signer of the business log and its cosigners, each with a directory of its own. */
export class SigningDesk {
  readonly #directory = mkdtempSync(join(tmpdir(), 'liuhen-signing-'));
  #signer: Served | undefined;
  #cosigners: readonly RunningCosigner[] = [];

  constructor(private readonly options: SigningOptions) {
    foundLog(this.signerDirectory, BUSINESS.origin, 'ed25519');
  }

  async start(): Promise<void> {
    await this.startSigner();
    await this.#startCosigners();
  }

  /** What they remember stays until the desk is closed. */
  async stop(): Promise<void> {
    await this.stopSigner();
    await Promise.all(this.#cosigners.map((cosigner) => cosigner.close()));
    this.#cosigners = [];
  }

  async close(): Promise<void> {
    await this.stop();
    rmSync(this.#directory, { recursive: true });
  }

  get signerDirectory(): string {
    return join(this.#directory, 'signer');
  }

  get signerUrl(): string {
    return this.#signer?.url ?? '';
  }

  get witnesses(): readonly RunningCosigner['witness'][] {
    return this.#cosigners.map(({ witness }) => witness);
  }

  /** Takes the word of the log in each of its starts, and asks for so many of the cosigners, and for all checks. */
  policy(threshold: number): Policy {
    const members = this.witnesses.map(({ name }) => name);
    return {
      logs: verifierKeysIn(this.signerDirectory),
      witnesses: this.witnesses,
      groups: [{ name: 'enough', threshold, members }],
      quorum: 'enough',
      required: CHECK_NAMES,
      freshnessSeconds: 3_600,
      skewSeconds: 10,
    };
  }

  async startSigner(): Promise<void> {
    this.#signer = await startSigner({
      directory: this.signerDirectory,
      address: { kind: 'socket', path: join(this.#directory, 'signer.sock') },
      secret: undefined,
      report: fail,
    });
  }

  async stopSigner(): Promise<void> {
    await this.#signer?.close();
    this.#signer = undefined;
  }

  /** 重新起算: an operator declares it at the signer, and the cosigners take up the new origin. All run afterwards. */
  async beginAnew(reason: string): Promise<void> {
    await this.stop();
    const declaration = { reason, declaredBy: '运维', declaredAt: systemClock.now() };
    declareStart(this.signerDirectory, BUSINESS.origin, declaration);
    await this.start();
  }

  async #startCosigners(): Promise<void> {
    this.#cosigners = await Promise.all(this.options.cosigners.map((name) => this.#startCosigner(name)));
  }

  async #startCosigner(name: string): Promise<RunningCosigner> {
    const directory = join(this.#directory, name);
    mkdirSync(directory, { recursive: true });
    const key = foundCosigner(directory, `${name}.invalid/cosigner`, 'ed25519');
    const { auditUrl, tell = fail } = this.options;
    const logs = verifierKeysIn(this.signerDirectory);
    for (const log of logs) if (!isEnrolled(directory, log.name)) enrol(directory, log);
    const served = await startCosigner({
      directory,
      address: { kind: 'port', host: '127.0.0.1', port: 0 },
      logs: logs.map((log) => (auditUrl === undefined ? log : { ...log, url: auditUrl })),
      skewMs: 10_000,
      secret: undefined,
      clock: systemClock,
      patienceMs: 5_000,
      tell: (_, finding) => tell(finding),
      report: fail,
    });
    return { ...served, witness: { name, key, url: served.url } };
  }
}

function fail(reason: unknown): never {
  throw new Error(String(reason));
}
