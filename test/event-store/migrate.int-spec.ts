import { randomBytes } from 'node:crypto';
import { logIdentity, PostgresEventStore } from '@liuhen/event-store';
import { TEST_DEPLOYMENT } from '@liuhen/event-store/testing';
import { Client } from 'pg';
import { migrate, MigrationError, type MigrateOptions } from '../../deploy/migrations';
import { emptyDatabase, type TestDatabase } from '../support/database';

let database: TestDatabase;
let operator: Client;
beforeEach(async () => {
  database = await emptyDatabase();
  operator = new Client(database.operatorUrl);
  await operator.connect();
});
afterEach(async () => {
  await operator.end();
  await database.drop();
});

const run = (changes: Partial<MigrateOptions> = {}): Promise<void> =>
  migrate(database.ownerUrl, { ...TEST_DEPLOYMENT, ...changes });
const rowsOf = async (sql: string): Promise<readonly unknown[]> =>
  (await operator.query<Record<string, unknown>>(sql)).rows;

describe('migrate', () => {
  it('makes four logs, which the application can open', async () => {
    await run();
    for (const name of ['business', 'isolated', 'reading', 'administration'] as const) {
      const log = logIdentity(TEST_DEPLOYMENT, name);
      const store = await PostgresEventStore.open({ url: database.appUrl, log });
      expect(await store.head()).toBeUndefined();
      await store.close();
    }
  });

  it('may be run by several processes that start together, and again', async () => {
    const tables = `select oid from pg_class where relnamespace = 'log_business'::regnamespace order by oid`;
    await Promise.all([run(), run(), run()]);
    const before = await rowsOf(tables);
    await run();
    expect(await rowsOf(tables)).toEqual(before);
    expect(before.length).toBeGreaterThan(0);
  });

  it('takes the settings of the logs', async () => {
    await run({ partitionSize: 5, maxSkewMs: 1_500 });
    const settings = 'select partition_size, max_skew::text from log_reading.head';
    expect(await rowsOf(settings)).toEqual([{ partition_size: '5', max_skew: '00:00:01.5' }]);
    await run({ partitionSize: 9, maxSkewMs: 2_000 });
    expect(await rowsOf(settings)).toEqual([{ partition_size: '5', max_skew: '00:00:02' }]);
  });

  it.each([{ origin: 'elsewhere.invalid' }, { hash: 'sm3' } as const])(
    'refuses to run as another deployment than the logs were founded by: %j',
    async (changes) => {
      await run();
      await expect(run(changes)).rejects.toMatchObject({ code: 'log-has-other-identity' });
    },
  );

  it('lets nobody into the database but its owner and the application', async () => {
    await run();
    const [row] = await rowsOf(
      `select has_database_privilege('public', current_database(), 'connect, temporary') as anybody,
         has_database_privilege('liuhen_app', current_database(), 'connect') as application,
         has_database_privilege('liuhen_app', current_database(), 'create, temporary') as more`,
    );
    expect(row).toEqual({ anybody: false, application: true, more: false });
  });

  describe('with a URL of the application’s own', () => {
    const name = `test_user_${randomBytes(4).toString('hex')}`;
    const urlOf = (user: string): string => {
      const url = new URL(database.operatorUrl);
      [url.username, url.password] = [user, 'secret'];
      return url.href;
    };
    beforeEach(async () => {
      await operator.query(`create role ${name} login password 'secret'`);
      await operator.query(`grant connect on database ${operator.database ?? ''} to ${name}`);
    });
    afterEach(async () => {
      await operator.query(`drop owned by ${name}`);
      await operator.query(`drop role ${name}`);
    });

    it('accepts a member of the application role', async () => {
      await operator.query(`grant liuhen_app to ${name}`);
      await expect(run({ appUrl: urlOf(name) })).resolves.toBeUndefined();
    });

    it('refuses a user who is none', async () => {
      await expect(run({ appUrl: urlOf(name) })).rejects.toMatchObject({ code: 'application-role-unusable' });
    });

    it('refuses a user who could change the logs', async () => {
      await operator.query(`grant liuhen_app to ${name}`);
      await operator.query(`alter role ${name} superuser`);
      await expect(run({ appUrl: urlOf(name) })).rejects.toMatchObject({
        code: 'application-role-too-powerful',
      });
    });

    it('refuses a user who cannot log in', async () => {
      const failing = run({ appUrl: urlOf('nobody_at_all') });
      await expect(failing).rejects.toThrow(MigrationError);
      await expect(failing).rejects.toMatchObject({ code: 'application-role-unusable' });
    });
  });
});
