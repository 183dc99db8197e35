import {
  EmbeddedPostgresError,
  embeddedPostgresAt,
  startEmbeddedPostgres,
} from '../../../../deploy/embedded-postgres';
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
  const running = config.databaseUrl === undefined ? runningDatabase(config) : undefined;
  const opened = await openDatabase(config, log).catch((error: unknown) => {
    if (running && error instanceof CommandFailure && error.exit === 'inUse') return running;
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

/** The server that this machine's records have or last had. Nothing is founded by a command that only looks. */
function runningDatabase({ dataDir }: DatabaseConfig): Database {
  const server = embeddedPostgresAt(dataDir);
  if (!server)
    throw new CommandFailure('notFound', `数据目录 ${dataDir} 中没有记录。请先运行：npx liuhen start`);
  return { ownerUrl: server.ownerUrl, appUrl: appUrl(server.ownerUrl) };
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
