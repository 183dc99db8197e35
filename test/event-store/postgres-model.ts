import { fsck, PostgresEventStore } from '@liuhen/event-store';
import { describeModel, type ModelOptions } from '../../libs/event-store/src/testing/model';
import { BUSINESS, LogDatabase } from './open-store';
import { SharedLog } from './shared-log';

/** @param url of the application's role */
export const openPostgres = (url: string): Promise<PostgresEventStore> =>
  PostgresEventStore.open({ url, log: BUSINESS });

/** All runs on one log, which fsck looks at in the end. */
export function describePostgresModel(options: ModelOptions): void {
  const database = new LogDatabase();
  let log: SharedLog;
  beforeAll(async () => {
    await database.create();
    log = new SharedLog(database.urls.appUrl, openPostgres);
  });
  afterAll(async () => {
    await log.end();
    await database.drop();
  });

  describeModel('the PostgreSQL store', () => Promise.resolve(log), options);

  it('leaves a log in which fsck finds nothing', async () => {
    const { events, findings } = await fsck(database.urls.appUrl, BUSINESS);
    expect(findings).toEqual([]);
    expect(events).toBeGreaterThanOrEqual(BigInt(options.runs));
  });
}
