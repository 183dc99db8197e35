import { existsSync, readFileSync } from 'node:fs';
import { EmbeddedPostgresError, startEmbeddedPostgres } from '../../../../deploy/embedded-postgres';
import { placeDataDirectory } from '../../../../deploy/embedded-postgres/data-directory';
import { DATABASE, ensureCredentials } from '../../../../deploy/embedded-postgres/roles';
import { appUrl, MigrationError } from '../../../../deploy/migrations';
import type { Config } from '../../../../libs/platform/src/config';
import { CommandFailure } from '../exit-codes';

/** The database of a deployment, as the role that migrates and as the role that the application uses. */
export interface Database {
  readonly ownerUrl: string;
  readonly appUrl: string;
}

export interface OpenedDatabase extends Database {
  readonly stop: () => Promise<void>;
  /** Settles only if the embedded server ends by itself. */
  readonly crashed: Promise<Error>;
}

type Log = (line: string) => void;
type DatabaseConfig = Pick<Config, 'dataDir' | 'databaseUrl' | 'databaseAppUrl'>;

/** One's own PostgreSQL where an address is given, the embedded one otherwise. @throws CommandFailure */
export async function openDatabase(config: DatabaseConfig, log: Log): Promise<OpenedDatabase> {
  try {
    const own = ownDatabase(config);
    if (own) return { ...own, stop: () => Promise.resolve(), crashed: new Promise(() => undefined) };
    const { ownerUrl, stop, crashed } = await startEmbeddedPostgres({ dataDir: config.dataDir, log });
    return { ownerUrl, appUrl: appUrl(ownerUrl), stop, crashed };
  } catch (error) {
    throw databaseFailure(error);
  }
}

/**
 * For a command's work on the records of this machine: through the running server's database, or through the embedded
 * one started for so long.
 *
 * @throws CommandFailure
 */
export async function withDatabase<Result>(
  config: DatabaseConfig,
  log: Log,
  work: (database: Database) => Promise<Result>,
): Promise<Result> {
  requireRecords(config);
  const opened = await openDatabase(config, log).catch((error: unknown) => {
    if (error instanceof CommandFailure && error.exit === 'inUse') return runningDatabase(config.dataDir);
    throw error;
  });
  try {
    return await work(opened);
  } catch (error) {
    throw databaseFailure(error);
  } finally {
    if ('stop' in opened) await opened.stop();
  }
}

function ownDatabase({ databaseUrl, databaseAppUrl }: DatabaseConfig): Database | undefined {
  if (databaseUrl !== undefined)
    return { ownerUrl: databaseUrl, appUrl: databaseAppUrl ?? appUrl(databaseUrl) };
  if (databaseAppUrl === undefined) return undefined;
  throw new CommandFailure('usage', '设置了 DATABASE_APP_URL，还须设置所有者的连接地址 DATABASE_URL');
}

const OWNER = 'liuhen_owner';

const silent: Log = () => undefined;

/** Nothing is founded by a command that only looks. */
function requireRecords({ databaseUrl, dataDir }: DatabaseConfig): void {
  if (databaseUrl !== undefined) return;
  if (existsSync(dataDir) && existsSync(placeDataDirectory(dataDir, silent).cluster)) return;
  throw new CommandFailure('notFound', `数据目录 ${dataDir} 中没有记录。请先运行：npx liuhen start`);
}

/** The embedded server that another process of ours has started. */
function runningDatabase(dataDir: string): Database {
  const directory = placeDataDirectory(dataDir, silent);
  const port = readFileSync(directory.port, 'utf8').trim();
  const password = ensureCredentials(directory)[OWNER];
  const ownerUrl = `postgres://${OWNER}:${password}@127.0.0.1:${port}/${DATABASE}`;
  return { ownerUrl, appUrl: appUrl(ownerUrl) };
}

/** What an operator can act upon is said in Chinese; anything else stays as it is. */
export function databaseFailure(error: unknown): unknown {
  if (error instanceof EmbeddedPostgresError)
    return new CommandFailure(IN_USE.includes(error.code) ? 'inUse' : 'fault', error.message, {
      cause: error,
    });
  if (error instanceof MigrationError) return new CommandFailure('fault', error.message, { cause: error });
  const { code, message } = Object(error) as NodeJS.ErrnoException;
  if (code === undefined || !UNREACHABLE.includes(code)) return error;
  return new CommandFailure('unreachable', `连接不上 DATABASE_URL 所指的数据库：${message || code}`, {
    cause: error,
  });
}

const IN_USE: readonly string[] = ['data-directory-in-use', 'port-in-use'];

/** Errors of the network and of PostgreSQL's door, by their codes. */
const UNREACHABLE = [
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  '28000',
  '28P01',
  '3D000',
];
