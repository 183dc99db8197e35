import { ForeignLog, logIdentity, PostgresEventStore, StoreUnavailable } from '@liuhen/event-store';
import { TEST_DEPLOYMENT } from '@liuhen/event-store/testing';
import { openLog } from '../../libs/event-store/src/postgres/open-log';
import { emptyDatabase } from '../support/database';
import { BUSINESS, LogDatabase } from './open-store';

const database = new LogDatabase();
beforeAll(() => database.create());
afterAll(() => database.drop());

describe('opening a log', () => {
  it.each([
    ['another origin', logIdentity({ ...TEST_DEPLOYMENT, origin: 'elsewhere.invalid' }, 'business')],
    ['another hash algorithm', logIdentity({ ...TEST_DEPLOYMENT, hash: 'sm3' }, 'business')],
  ])('is refused with %s than it was founded with', async (_difference, log) => {
    const opening = PostgresEventStore.open({ url: database.urls.appUrl, log });
    await expect(opening).rejects.toThrow(ForeignLog);
  });

  it('says that the migrations are missing', async () => {
    const empty = await emptyDatabase();
    const opening = PostgresEventStore.open({ url: empty.appUrl, log: BUSINESS });
    await expect(opening).rejects.toThrow(StoreUnavailable);
    await expect(opening).rejects.toThrow('migrations');
    await empty.drop();
  });

  it('says that there is no server', async () => {
    const opening = PostgresEventStore.open({ url: 'postgres://a:b@127.0.0.1:1/none', log: BUSINESS });
    await expect(opening).rejects.toThrow(StoreUnavailable);
  });

  it('warns of a server that could lose what it acknowledged, as the tests have it', async () => {
    const warnings: string[] = [];
    const onWarning = (message: string) => void warnings.push(message);
    const { close } = await database.open({ onWarning });
    await close();
    expect(warnings).toEqual([expect.stringContaining('fsync'), expect.stringContaining('full_page_writes')]);
  });

  it('warns of a user who could change the log', async () => {
    const warnings: string[] = [];
    const onWarning = (message: string) => void warnings.push(message);
    const { close } = await database.open({ onWarning, url: database.urls.ownerUrl });
    await close();
    expect(warnings).toContainEqual(expect.stringContaining('liuhen_app'));
  });

  it('takes the allowed lag from the log itself', async () => {
    const { another, close } = await database.open();
    await database.tamper(`update head set max_skew = '2 s'`);
    const { capabilities } = await another();
    expect(capabilities.maxSkewMs).toBe(2_000);
    await close();
  });

  it.each([
    ['off', 'on'],
    ['local', 'local'],
    ['remote_apply', 'remote_apply'],
  ])('commits durably whatever the default is: %s becomes %s', async (byDefault, used) => {
    const name = new URL(database.urls.appUrl).pathname.slice(1);
    await database.query(`alter database ${name} set synchronous_commit = ${byDefault}`);
    const { synchronousCommit } = await openLog(database.urls.appUrl, BUSINESS, () => undefined);
    expect(synchronousCommit).toBe(used);
  });
});
