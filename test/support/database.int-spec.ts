import { Client } from 'pg';
import { type TestDatabase, emptyDatabase, freshDatabase } from './database';

const query = async (url: string, sql: string): Promise<readonly unknown[]> => {
  const client = new Client(url);
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
};

describe('a database for a test', () => {
  const made: TestDatabase[] = [];
  const keep = (database: TestDatabase): TestDatabase => {
    made.push(database);
    return database;
  };

  afterAll(() => Promise.all(made.map(({ drop }) => drop())));

  it('is migrated, for the owner and the application alike', async () => {
    const { ownerUrl, appUrl } = keep(await freshDatabase());
    expect(await query(ownerUrl, 'select name from migrations limit 1')).toHaveLength(1);
    expect(await query(appUrl, 'select current_user::text as who')).toEqual([{ who: 'liuhen_app' }]);
    await expect(query(appUrl, 'select from migrations')).rejects.toMatchObject({ code: '42501' });
  });

  it('is nobody else’s', async () => {
    const [one, other] = await Promise.all([freshDatabase(), freshDatabase()]);
    keep(one);
    keep(other);
    await query(one.ownerUrl, 'create table mine ()');
    await expect(query(other.ownerUrl, 'select from mine')).rejects.toMatchObject({ code: '42P01' });
  });

  it('can be had without anything in it', async () => {
    const { ownerUrl } = keep(await emptyDatabase());
    expect(await query(ownerUrl, "select from pg_tables where schemaname = 'public'")).toEqual([]);
  });

  it('is gone when it was dropped, also with a connection open', async () => {
    const { ownerUrl, operatorUrl, drop } = await freshDatabase();
    const open = new Client(operatorUrl);
    const ended = new Promise((resolve) => open.on('error', resolve));
    await open.connect();
    await drop();
    await expect(ended).resolves.toMatchObject({ code: '57P01' });
    await expect(query(ownerUrl, 'select 1')).rejects.toMatchObject({ code: '3D000' });
  });
});
