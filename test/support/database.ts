import { randomBytes } from 'node:crypto';
import { Client } from 'pg';
import { appUrl } from '../../deploy/migrations/application-role';
import { OPERATOR_URL, OWNER_URL, TEMPLATE } from './test-deployment';

export { TEST_DEPLOYMENT } from './test-deployment';

export interface TestDatabase {
  /** As the role that migrates. */
  readonly ownerUrl: string;
  /** As the role that the application uses. */
  readonly appUrl: string;
  /** As a superuser, for what only the operator of a server could do. */
  readonly operatorUrl: string;
  /** Also ends connections that a test left open. */
  readonly drop: () => Promise<void>;
}

/** A database of the test's own, with all migrations applied. */
export const freshDatabase = (): Promise<TestDatabase> => create(`template ${TEMPLATE}`);

/** What a database holds to which nobody is connected, once more. */
export const copyOf = (database: TestDatabase): Promise<TestDatabase> =>
  create(`template ${new URL(database.ownerUrl).pathname.slice(1)}`);

/** A database of the test's own, with nothing in it. */
export const emptyDatabase = (): Promise<TestDatabase> => create('');

async function create(from: string): Promise<TestDatabase> {
  const name = `test_${randomBytes(6).toString('hex')}`;
  const ownerUrl = urlOf(OWNER_URL, name);
  await run(urlOf(OWNER_URL, 'postgres'), `create database ${name} ${from}`);
  return {
    ownerUrl,
    appUrl: appUrl(ownerUrl),
    operatorUrl: urlOf(OPERATOR_URL, name),
    drop: () => run(urlOf(OPERATOR_URL, 'postgres'), `drop database if exists ${name} with (force)`),
  };
}

async function run(url: string, statement: string): Promise<void> {
  const client = new Client(url);
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

function urlOf(variable: string, database: string): string {
  const server = process.env[variable];
  if (!server) throw new Error('only tests named .int-spec, .e2e-spec or .long-spec are given a PostgreSQL');
  const url = new URL(server);
  url.pathname = database;
  return url.href;
}
