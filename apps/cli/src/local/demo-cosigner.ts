import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CHECK_NAMES, formatPolicy, NO_QUORUM, type CheckName, type Policy } from '@liuhen/ledger';
import { openCosignerKey, verifierKeysIn } from '@liuhen/signing';
import { choosePort, rememberPort } from '../../../../deploy/embedded-postgres/port';
import { mintToken } from '../../../../libs/access/src/tokens/local-issuer';
import type { Config } from '../../../../libs/platform/src/config';
import type { Terminal } from '../terminal';
import { startChildService, type ChildService } from './child-service';
import { enrolLogs, initCosigner } from './cosigner';

/** Person of the demonstration in whose name the cosigner reads the logs. */
const PERSON = 'ledger-cosigner';
const NAME = 'demo-cosigner';
const ROUTES = '/api/v1/ledger/logs';
/** As the logs allow it between streams. */
const SKEW_S = 10;
/** Before a local token, which lasts a quarter of an hour, has expired. */
const RENEW_MS = 10 * 60_000;

/** A bundle that is kept must verify later too, so that its age is no reason against it unless somebody says so. */
const REQUIRED: readonly CheckName[] = CHECK_NAMES.filter((name) => name !== 'freshness');

/** 示范联署: stands for the higher court where none has been named: a process with a key and a memory of its own. */
export class DemoCosigner {
  readonly #directory: string;
  #service: ChildService | undefined;
  #renewing: NodeJS.Timeout | undefined;

  private constructor(
    private readonly config: Config,
    private readonly terminal: Pick<Terminal, 'environment' | 'err'>,
    private readonly port: number,
  ) {
    this.#directory = join(config.ledgerDir, 'cosigner');
  }

  /** Makes its key at the first start, and the policy of verifiers that take its word. */
  static async prepare(
    config: Config,
    terminal: Pick<Terminal, 'environment' | 'err'>,
  ): Promise<DemoCosigner> {
    const remembered = join(config.ledgerDir, 'cosigner.port');
    const port = await choosePort(remembered);
    rememberPort(remembered, port);
    const cosigner = new DemoCosigner(config, terminal, port);
    await cosigner.#found();
    writeFileSync(cosigner.policyFile, formatPolicy(cosigner.#policy()), { mode: 0o600 });
    return cosigner;
  }

  get policyFile(): string {
    return join(this.config.ledgerDir, 'policy');
  }

  /** @param url where the logs are served, which it audits before it cosigns. */
  async start(url: string): Promise<void> {
    const logs = this.#logs().map((key) => ({ ...key, url: `${url}${ROUTES}/${this.#routeOf(key)}` }));
    const configuration = join(this.#directory, 'logs.policy');
    const policy = { ...this.#policy(), logs, witnesses: [], quorum: NO_QUORUM, required: [] };
    writeFileSync(configuration, formatPolicy(policy), { mode: 0o600 });
    await enrolLogs(this.#directory, configuration);
    await this.#writeToken();
    this.#renewing = setInterval(() => void this.#writeToken(), RENEW_MS).unref();
    this.#service = await startChildService(
      ['cosign', '--dir', this.#directory, '--listen', this.#address, '--token', this.#tokenFile],
      this.terminal.environment,
      this.terminal.err,
    );
  }

  async stop(): Promise<void> {
    clearInterval(this.#renewing);
    await this.#service?.stop();
  }

  async #found(): Promise<void> {
    const scheme = this.config.logHash === 'sm3' ? 'sm2' : 'ed25519';
    await initCosigner(this.#directory, `${this.config.logOrigin}/${NAME}`, scheme);
  }

  /** What a verifier believes who takes the word of the signer and of this cosigner. */
  #policy(): Policy {
    const { key } = openCosignerKey(this.#directory);
    return {
      logs: this.#logs(),
      witnesses: [{ name: NAME, key, url: `http://${this.#address}` }],
      groups: [],
      quorum: NAME,
      required: REQUIRED,
      skewSeconds: SKEW_S,
    };
  }

  #logs(): Policy['logs'] {
    return verifierKeysIn(join(this.config.ledgerDir, 'signer'));
  }

  /** Of the present start, the log's name is what its origin adds to the deployment's. */
  #routeOf({ name }: Policy['logs'][number]): string {
    return name.slice(this.config.logOrigin.length + 1).split('/')[0] ?? '';
  }

  get #address(): string {
    return `127.0.0.1:${String(this.port)}`;
  }

  get #tokenFile(): string {
    return join(this.#directory, 'token');
  }

  async #writeToken(): Promise<void> {
    writeFileSync(this.#tokenFile, await mintToken(this.config.dataDir, PERSON), { mode: 0o600 });
  }
}
