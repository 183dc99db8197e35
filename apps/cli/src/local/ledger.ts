import { join } from 'node:path';
import type { Config } from '../../../../libs/platform/src/config';
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
