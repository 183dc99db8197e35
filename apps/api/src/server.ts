import {
  Directory,
  LOCAL_KEY_ACR,
  SecondFactor,
  seedDirectory,
  seedPolicies,
  takingSignatures,
  TokenVerifier,
  writeAddress,
} from '@liuhen/access';
import type { Clock, Sql } from '@liuhen/kernel';
import { readVerifierPolicy } from '@liuhen/notary';
import {
  createLogger,
  FileDocumentStore,
  InvalidConfig,
  Metrics,
  type LogConfig,
  openRuntimes,
  ReadDatabase,
  serveMetrics,
  systemClock,
  type Config,
  type EdgeConfig,
  type OpenedRuntimes,
  type ProjectionHealth,
} from '@liuhen/platform';
import { buildStatuses, ReadModels } from '@liuhen/read-models';
import { EmbeddedSignIn, installationSecret, OIDC_PATH } from '@liuhen/sign-in';
import { acts, openErasures, policyKinds } from '@liuhen/supervision';
import { Logger, type Type } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { AddressInfo } from 'node:net';
import { Closing } from './closing';
import { createApp } from './create-app';
import type { Route } from './http/route-table';
import { ReadModelWaits } from './read-model-waits';

export interface RunningServer {
  /** Where it listens, such as `http://127.0.0.1:3000`. */
  readonly url: string;
  /** For this machine only. */
  readonly metricsUrl: string;
  readonly routes: readonly Route[];
  /** Requests under way are answered first; may be called more than once. */
  close(): Promise<void>;
}

export type ServerConfig = Pick<
  Config,
  | 'host'
  | 'port'
  | 'dataDir'
  | 'documentsDir'
  | 'documentLimit'
  | 'oidcIssuer'
  | 'oidcAudience'
  | 'oidcStepUpAcr'
  | 'metricsPort'
  | 'logLevel'
  | 'ledgerPolicy'
  | keyof LogConfig
> &
  Partial<EdgeConfig> & {
    /** As the application role, in a database that is migrated and whose read models are prepared. */
    readonly databaseAppUrl: string;
  };

/** What is left of an answer by then is cut off. */
const DRAIN_MS = 10_000;
/** Clients that send again within this time are told with their answer that the connection ends. */
const LAST_CALL_MS = 500;
const IDLE_MS = 50;

/**
 * Starts the HTTP face.
 *
 * @param slices the modules of acts and read models; all of them unless said.
 * @param clock by which everything is recorded; the server's own unless said.
 */
export async function startServer(
  config: ServerConfig,
  slices?: readonly Type[],
  clock?: Clock,
): Promise<RunningServer> {
  Logger.overrideLogger(createLogger(config.logLevel));
  const closing = new Closing();
  try {
    return await start(config, slices, clock, closing);
  } catch (error) {
    await closing.close();
    throw error;
  }
}

async function start(
  config: ServerConfig,
  slices: readonly Type[] | undefined,
  clock: Clock | undefined,
  closing: Closing,
): Promise<RunningServer> {
  const documents = await openDocuments(config);
  const metrics = new Metrics();
  const opened = await openRuntimes(config, config.databaseAppUrl, metrics, clock);
  closing.add(() => opened.close());
  const erasures = await openErasures(config, opened.runtimes.business, acts);
  const directory = await openDirectory(config, opened, closing);
  const address = new Address();
  const signIn =
    config.oidcIssuer === undefined ? await embeddedSignIn(config, directory, address) : undefined;
  const issuer = (): string => config.oidcIssuer ?? `${address.url}${OIDC_PATH}`;
  const stores = Object.values(opened.stores);
  const { app, routes } = await createApp(
    {
      runtimes: takingSignatures(opened.runtimes, directory),
      databaseUrl: config.databaseAppUrl,
      waits: (database) => new ReadModelWaits(new ReadModels(database, opened.stores), stores),
      metrics,
      documents,
      erasures,
      directory,
      policy: await readVerifierPolicy(config.ledgerPolicy),
      verifier: new TokenVerifier({ issuer, audience: config.oidcAudience }),
      secondFactor: secondFactorOf(config),
    },
    config,
    slices,
    signIn,
  );
  closing.add(() => drained(app));
  const database = app.get(ReadDatabase);
  metrics.watchProjections(() => projectionHealth(database, opened));
  const metricsServer = await serveMetrics(metrics, config.metricsPort);
  closing.add(() => metricsServer.close());
  await app.listen(config.port, config.host);
  address.url = urlOf(app.getHttpServer().address() as AddressInfo);
  if (signIn) await writeAddress(config.dataDir, { issuer: issuer(), audience: config.oidcAudience });
  new Logger('Server').log({ message: '已启动', url: address.url, metrics: metricsServer.url });
  return {
    url: address.url,
    metricsUrl: metricsServer.url,
    routes: routes.routes,
    close: () => closing.close(),
  };
}

/** Known only when the server listens. */
class Address {
  url = '';
}

/** @throws InvalidConfig if the place that is meant for them cannot be used */
async function openDocuments({ documentsDir, documentLimit }: ServerConfig): Promise<FileDocumentStore> {
  try {
    return await FileDocumentStore.open({ directory: documentsDir, limit: documentLimit });
  } catch (error) {
    const fix = `不能在 ${documentsDir} 存放文书（${String((error as NodeJS.ErrnoException).code)}），须为可读写的目录`;
    throw new InvalidConfig([{ variable: 'LIUHEN_DOCUMENTS_DIR', fix }]);
  }
}

/** The courts are part of every deployment; the invented people only of one that issues its tokens itself. */
async function openDirectory(
  { oidcIssuer }: ServerConfig,
  { runtimes: { administration } }: OpenedRuntimes,
  closing: Closing,
): Promise<Directory> {
  const demonstration = oidcIssuer === undefined;
  await seedDirectory(administration, { demonstration });
  await seedPolicies(administration, { demonstration, kinds: policyKinds });
  const directory = new Directory(administration.clock);
  await directory.follow(administration.store);
  closing.add(() => directory.close());
  return directory;
}

/** The key of this machine counts where this server issues tokens itself, nowhere else. */
const secondFactorOf = ({ oidcIssuer, oidcStepUpAcr }: ServerConfig): SecondFactor =>
  new SecondFactor(oidcIssuer === undefined ? [oidcStepUpAcr, LOCAL_KEY_ACR] : [oidcStepUpAcr], systemClock);

async function embeddedSignIn(
  { dataDir, oidcAudience: audience, oidcStepUpAcr: acr }: ServerConfig,
  directory: Directory,
  address: Address,
): Promise<EmbeddedSignIn> {
  const secret = await installationSecret(dataDir);
  return new EmbeddedSignIn({ dataDir, audience, acr, directory, secret, server: () => address.url });
}

async function projectionHealth(
  database: Sql,
  { stores }: OpenedRuntimes,
): Promise<readonly ProjectionHealth[]> {
  const statuses = await buildStatuses(database, stores);
  return statuses
    .filter(({ state }) => state === 'live')
    .map(({ projection, lag = 0, halt }) => ({ projection, behind: lag, stopped: halt !== undefined }));
}

async function drained(app: NestFastifyApplication): Promise<void> {
  const server = app.getHttpServer();
  // Node closes idle connections together with the listener. Whoever sends on one just then cannot know whether the
  // request was served; while they stay open, the framework answers and says that the connection ends with it.
  const closeIdle = server.closeIdleConnections.bind(server);
  // What has come is read before: a connection is idle only if nothing has.
  const closeUnused = (): unknown => setImmediate(closeIdle);
  server.closeIdleConnections = () => undefined;
  let idle: NodeJS.Timeout | undefined;
  const lastCall = setTimeout(() => (idle = setInterval(closeUnused, IDLE_MS)), LAST_CALL_MS);
  const cutOff = setTimeout(() => server.closeAllConnections(), DRAIN_MS);
  await app.close();
  for (const timer of [lastCall, idle, cutOff]) clearTimeout(timer);
}

/** As this machine reaches it, whichever of its interfaces it listens on. */
function urlOf({ address, family, port }: AddressInfo): string {
  const any = address === '0.0.0.0' || address === '::';
  const host = any ? '127.0.0.1' : family === 'IPv6' ? `[${address}]` : address;
  return `http://${host}:${String(port)}`;
}
