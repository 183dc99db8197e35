import { setTimeout as delay } from 'node:timers/promises';
import { type Binaries, usableBinaries } from './binaries';
import { ensureCluster, refuseOtherMajor } from './cluster';
import { type DataDirectory, existingDataDirectory, placeDataDirectory } from './data-directory';
import { EmbeddedPostgresError } from './errors';
import { choosePort, rememberPort, rememberedPort } from './port';
import { type Credentials, DATABASE, type Role, ensureCredentials } from './roles';
import { ServerProcess } from './server-process';
import { takeOver } from './takeover';

export interface EmbeddedPostgresOptions {
  readonly dataDir: string;
  /** Only this port; without it the last one used, or any that is free. */
  readonly port?: number;
  /** false: fast, but a crash may cost all data; for tests. */
  readonly durable?: boolean;
  /** Receives what an operator should know, in Chinese, a line at a time. */
  readonly log: (line: string) => void;
}

export interface EmbeddedPostgres {
  readonly url: (database: string, role?: Role) => string;
  /** The database `liuhen`, as the role that migrates. */
  readonly ownerUrl: string;
  readonly port: number;
  readonly pid: number;
  /** Where the data really are: not the directory asked for if the server's user cannot enter that. */
  readonly dataDir: string;
  /** Ends all connections and shuts down cleanly; may be called more than once. */
  readonly stop: () => Promise<void>;
  /** Settles, with the reason, only if the server ends without `stop`. */
  readonly crashed: Promise<EmbeddedPostgresError>;
}

/**
 * A PostgreSQL of our own for a trial, a small court or a test run: no installation, no container, and
 * nobody but this computer can reach it. It ends with this process in whatever way that ends.
 * @throws EmbeddedPostgresError
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const { dataDir, durable = true, log } = options;
  const directory = placeDataDirectory(dataDir, log);
  const binaries = usableBinaries(directory.user, log);
  const credentials = ensureCredentials(directory);
  await ensureCluster({ directory, binaries, credentials, durable });
  refuseOtherMajor(directory, binaries);
  const running = await launch({ ...options, durable }, directory, binaries);
  rememberPort(directory.port, running.port);
  return opened(running, directory, credentials);
}

interface Running {
  readonly server: ServerProcess;
  readonly port: number;
}

const RETRIES = 120;
const RETRY_MS = 250;

/** Tries again where the fault passes by itself; the data directory's state is judged anew each time. */
async function launch(
  { port: wanted, durable = true, log }: EmbeddedPostgresOptions,
  directory: DataDirectory,
  { postgres }: Binaries,
): Promise<Running> {
  for (let retry = 0; ; retry++) {
    await takeOver(directory.cluster, log);
    const port = wanted ?? (await choosePort(directory.port));
    const server = new ServerProcess({ directory, postgres, port, durable, log });
    try {
      await server.ready();
      return { server, port };
    } catch (error) {
      const said = error instanceof EmbeddedPostgresError ? error.message : '';
      const portTaken = said.includes(PORT_TAKEN);
      if (portTaken && wanted) throw portInUse(wanted, error);
      if (retry === RETRIES || !(portTaken || PASSES.test(said))) throw error;
      await delay(RETRY_MS);
    }
  }
}

const PORT_TAKEN = 'could not create any TCP/IP sockets';
/** A second start at the same moment, and backends that outlive a killed server for an instant. */
const PASSES = /lock file "postmaster.pid" (?:already exists|is empty)|pre-existing shared memory block/;

const portInUse = (port: number, cause: unknown): EmbeddedPostgresError =>
  new EmbeddedPostgresError('port-in-use', `端口 ${port} 已被其他程序占用`, { cause });

function opened(
  { server, port }: Running,
  directory: DataDirectory,
  credentials: Credentials,
): EmbeddedPostgres {
  const url = urls(credentials, port);
  return {
    url,
    ownerUrl: url(DATABASE),
    port,
    pid: server.pid,
    dataDir: directory.path,
    stop: () => server.stop(),
    crashed: server.crashed,
  };
}

const urls =
  (credentials: Credentials, port: number) =>
  (database: string, role: Role = 'liuhen_owner'): string =>
    `postgres://${role}:${credentials[role]}@127.0.0.1:${port}/${database}`;

/**
 * The server that another process has started on these data, or had started last; nothing is started or made.
 * @returns undefined where no start has succeeded yet.
 * @throws EmbeddedPostgresError
 */
export function embeddedPostgresAt(dataDir: string): Pick<EmbeddedPostgres, 'url' | 'ownerUrl'> | undefined {
  const directory = existingDataDirectory(dataDir);
  const port = directory && rememberedPort(directory.port);
  if (!port) return undefined;
  const url = urls(ensureCredentials(directory), port);
  return { url, ownerUrl: url(DATABASE) };
}
