import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { formatPolicy, parsePolicy, parseVerifierKey } from '@liuhen/ledger';
import { readSecret, SignerClient } from '@liuhen/signing';
import type { Config } from '../../../../libs/platform/src/config';
import { CommandFailure } from '../exit-codes';
import type { Terminal } from '../terminal';
import { startChildService } from './child-service';
import { initSigner } from './signer';
import { DemoCosigner } from './demo-cosigner';

/** Who signs and cosigns the checkpoints of a deployment. */
export interface OpenedLedger {
  /** Address of the signer. */
  readonly signer: string;
  /** Whose cosignatures are sought. */
  readonly policyFile: string;
  /** To be told where the interface is served. */
  readonly served: (url: string) => Promise<void>;
  readonly close: () => Promise<void>;
}

/**
 * The signer and the cosigners that the configuration names; where it names none, a signer of one's own and a cosigner
 * for demonstration, each a process of its own beside this one.
 */
export async function openLedger(
  config: Config,
  { environment, err }: Pick<Terminal, 'environment' | 'err'>,
): Promise<OpenedLedger> {
  const { ledgerDir, ledgerSigner, ledgerPolicy } = config;
  const directory = join(ledgerDir, 'signer');
  if (ledgerSigner === undefined) await initSigner(directory, config);
  const signer =
    ledgerSigner === undefined
      ? await startChildService(['signer', '--dir', directory], environment, err)
      : { address: ledgerSigner, stop: nothing };
  if (ledgerPolicy !== undefined)
    return { signer: signer.address, policyFile: ledgerPolicy, served: nothing, close: signer.stop };
  const demo = await DemoCosigner.prepare(config, { environment, err });
  return {
    signer: signer.address,
    policyFile: demo.policyFile,
    served: (url) => demo.start(url),
    close: async () => {
      await demo.stop();
      await signer.stop();
    },
  };
}

const nothing = (): Promise<void> => Promise.resolve();

/**
 * The verifier's policy as a file. Where the configured one names no logs, the signer says which keys they have.
 *
 * @throws CommandFailure
 */
export async function verifierPolicy({
  ledgerDir,
  ledgerPolicy = join(ledgerDir, 'policy'),
  ledgerSigner,
  ledgerSignerSecret,
}: Config): Promise<string> {
  const policy = parsePolicy(readPolicyFile(ledgerPolicy));
  if (policy.logs.length > 0 || ledgerSigner === undefined) return formatPolicy(policy);
  const secret = ledgerSignerSecret === undefined ? undefined : readSecret(ledgerSignerSecret);
  const logs = await new SignerClient({ address: ledgerSigner, secret }).logs();
  return formatPolicy({ ...policy, logs: logs.map(({ key }) => parseVerifierKey(key)) });
}

function readPolicyFile(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    throw new CommandFailure(
      'notFound',
      `没有核验策略 ${path}：请先运行 liuhen start，或者用 LEDGER_POLICY 指定`,
      {
        cause: error,
      },
    );
  }
}
