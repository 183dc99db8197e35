import { Client } from 'pg';
import { DataSource, type DataSourceOptions } from 'typeorm';
import {
  APPLICATION_ROLE,
  appUrl,
  checkApplicationUser,
  ensureApplicationRole,
  ensureDerivedPassword,
} from './application-role';
import { Logs } from './0001-logs';
import { ReadModels } from './0002-read-models';
import { Ledger } from './0003-ledger';
import { Erasure } from './0004-erasure';
import { MigrationError } from './errors';
import { foundLogs, type LogSettings } from './found-logs';

export interface MigrateOptions extends LogSettings {
  /** The application's own URL (`DATABASE_APP_URL`), where its password is not derived from the owner's. */
  readonly appUrl?: string | undefined;
}

const MIGRATIONS = [Logs, ReadModels, Ledger, Erasure];

/** Any number, the same in every release: "liuhen" in ASCII. */
const MIGRATION_LOCK = 0x6c69_7568_656en;

const OLDEST_MAJOR = 15;

/**
 * Brings a database to this release: tables, roles and rights, the logs' identities. Does nothing where all is
 * done; processes that start together wait for one another.
 *
 * @param ownerUrl of the role that owns everything; the application never uses it.
 * @throws MigrationError with a text for the operator.
 */
export async function migrate(ownerUrl: string, options: MigrateOptions): Promise<void> {
  const owner = new Client({ connectionString: ownerUrl });
  await owner.connect();
  try {
    await refuseOldServer(owner);
    await owner.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
    await ensureApplicationRole(owner);
    await runMigrations(ownerUrl);
    await foundLogs(owner, options);
    await restrictDatabase(owner);
    if (options.appUrl === undefined) await ensureDerivedPassword(owner, appUrl(ownerUrl));
    await checkApplicationUser(options.appUrl ?? appUrl(ownerUrl), await userOf(owner));
  } finally {
    await owner.end(); // Also gives the lock back.
  }
}

async function refuseOldServer(owner: Client): Promise<void> {
  const { rows } = await owner.query<{ major: number }>(
    `select current_setting('server_version_num')::integer / 10000 as major`,
  );
  const major = rows[0]?.major ?? 0;
  if (major < OLDEST_MAJOR)
    throw new MigrationError(
      'server-too-old',
      `需要 PostgreSQL ${String(OLDEST_MAJOR)} 或更高版本，所连服务器是 ${String(major)}`,
    );
}

async function runMigrations(url: string): Promise<void> {
  const options: DataSourceOptions = {
    type: 'postgres',
    url,
    installExtensions: false,
    migrations: MIGRATIONS,
    migrationsTableName: 'migrations',
    migrationsTransactionMode: 'each',
  };
  const dataSource = await new DataSource(options).initialize();
  try {
    await dataSource.runMigrations();
  } finally {
    await dataSource.destroy();
  }
}

/** Nobody but the owner and the application enters the database. */
async function restrictDatabase(owner: Client): Promise<void> {
  const { rows } = await owner.query<{ name: string }>('select quote_ident(current_database()) as name');
  const name = rows[0]?.name ?? '';
  await owner.query(`revoke all on database ${name} from public`);
  await owner.query(`grant connect on database ${name} to ${APPLICATION_ROLE}`);
}

async function userOf(client: Client): Promise<string> {
  const { rows } = await client.query<{ name: string }>('select current_user::text as name');
  return rows[0]?.name ?? '';
}
