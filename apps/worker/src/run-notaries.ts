import { LOG_NAMES } from '@liuhen/kernel';
import { Notary, readVerifierPolicy } from '@liuhen/notary';
import { openRuntimes, openWorkerPool, type Config, type LogConfig } from '@liuhen/platform';
import { sqlOf } from '@liuhen/read-models';
import { readSecret, SignerClient } from '@liuhen/signing';
import { logNotary } from './log-reports';
import type { RunningWorker } from './run-worker';

export type NotaryConfig = LogConfig &
  Pick<Config, 'ledgerSignerSecret' | 'ledgerPolicy' | 'ledgerHeadsSeconds'> & {
    /** As the application role. */
    readonly databaseAppUrl: string;
    readonly ledgerSigner: string;
  };

/** One for each log that waits for cosigners. */
const POOL_SIZE = LOG_NAMES.length;

/** 公证: keeps the ledgers of all logs, has them signed and cosigned. Any number may run beside one another. */
export async function runNotaries(config: NotaryConfig): Promise<RunningWorker> {
  const { databaseAppUrl: databaseUrl, ledgerSigner: address, ledgerSignerSecret: secretFile } = config;
  const { policy } = await readVerifierPolicy(config.ledgerPolicy);
  const secret = secretFile === undefined ? undefined : readSecret(secretFile);
  const opened = await openRuntimes(config, databaseUrl);
  const pool = openWorkerPool(databaseUrl, POOL_SIZE);
  const notaries = LOG_NAMES.map(
    (log) =>
      new Notary({
        runtime: opened.runtimes[log],
        databaseUrl,
        db: sqlOf(pool),
        signer: new SignerClient({ address, secret }),
        witnesses: policy.witnesses.flatMap(({ url, ...witness }) =>
          url === undefined ? [] : [{ ...witness, url }],
        ),
        headsMs: config.ledgerHeadsSeconds * 1_000,
        report: logNotary,
      }),
  );
  for (const notary of notaries) notary.start();
  let closed: Promise<void> | undefined;
  const close = async (): Promise<void> => {
    await Promise.all(notaries.map((notary) => notary.stop()));
    await pool.end();
    await opened.close();
  };
  return { close: () => (closed ??= close()) };
}
