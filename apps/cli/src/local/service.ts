import { Logger } from '@nestjs/common';
import { createLogger, InvalidConfig } from '@liuhen/platform';
import { migrate } from '../../../../deploy/migrations';
import type { Config } from '../../../../libs/platform/src/config';
import { Closing } from '../../../api/src/closing';
import { startServer } from '../../../api/src/server';
import { runNotaries } from '../../../worker/src/run-notaries';
import { prepareReadModels, runWorker } from '../../../worker/src/run-worker';
import { CommandFailure } from '../exit-codes';
import type { Terminal } from '../terminal';
import { databaseFailure, type Database, type OpenedDatabase } from './database';
import { openLedger } from './ledger';

/** All of a deployment in one process. */
export interface Service {
  readonly url: string;
  /** Ends what is under way first. */
  readonly stop: () => Promise<void>;
  /** Settles only if it cannot go on. */
  readonly failed: Promise<Error>;
}

/** @throws CommandFailure, and the database is stopped then. */
export async function startService(
  config: Config,
  database: OpenedDatabase,
  terminal: Pick<Terminal, 'environment' | 'err'>,
): Promise<Service> {
  Logger.overrideLogger(createLogger(config.logLevel));
  const closing = new Closing();
  closing.add(database.stop);
  try {
    await prepare(config, database);
    const url = await serve({ ...config, databaseAppUrl: database.appUrl }, terminal, closing);
    return { url, stop: () => closing.close(), failed: database.crashed };
  } catch (error) {
    await closing.close();
    throw failureOf(error, config);
  }
}

async function prepare(
  { logOrigin, logHash, databaseAppUrl }: Config,
  { ownerUrl }: Database,
): Promise<void> {
  await migrate(ownerUrl, { origin: logOrigin, hash: logHash, appUrl: databaseAppUrl });
  await prepareReadModels(ownerUrl);
}

async function serve(
  config: Config & { readonly databaseAppUrl: string },
  terminal: Pick<Terminal, 'environment' | 'err'>,
  closing: Closing,
): Promise<string> {
  const ledger = await openLedger(config, terminal);
  closing.add(ledger.close);
  const whole = { ...config, ledgerSigner: ledger.signer, ledgerPolicy: ledger.policyFile };
  const worker = await runWorker(whole);
  closing.add(() => worker.close());
  const notaries = await runNotaries(whole);
  closing.add(() => notaries.close());
  const server = await startServer(whole);
  closing.add(() => server.close());
  await ledger.served(server.url);
  return server.url;
}

function failureOf(error: unknown, { host, port }: Config): unknown {
  const { code } = Object(error) as NodeJS.ErrnoException;
  if (code === 'EADDRINUSE')
    return new CommandFailure(
      'inUse',
      `端口 ${String(port)} 已被其他程序占用。请停止该程序，或者用 PORT 另指定端口，例如：PORT=${String(port + 1)} npm start`,
    );
  if (code === 'EADDRNOTAVAIL' || code === 'EACCES')
    return new CommandFailure('usage', `不能在 ${host}:${String(port)} 上监听，请检查 HOST 和 PORT`);
  if (error instanceof InvalidConfig) return new CommandFailure('usage', error.message);
  return databaseFailure(error);
}
