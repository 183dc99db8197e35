import { Backends } from '../backends';
import { expectExactlyOnce } from '../load/expect-exactly-once';
import { VerifyingFollower } from '../load/verifying-follower';
import { Journal } from '../load/journal';
import { WritersProcess } from '../load/writers-process';
import { LogDatabase } from '../open-store';

const TERMINATIONS = 15;

describe('a subscription whose LISTEN session is terminated again and again', () => {
  const database = new LogDatabase();
  const backends = new Backends(database);
  beforeAll(() => database.create());
  afterAll(() => database.drop());

  it('misses nothing of what another process appends', async () => {
    const { store, close } = await database.open();
    const url = database.urls.appUrl;
    const follower = new VerifyingFollower(store);
    const journal = new Journal();
    const elsewhere = new WritersProcess({ url, name: 'elsewhere', seed: 1, writers: 4 }, journal);
    for (let count = 1; count <= TERMINATIONS; count++) {
      await backends.terminate(await backends.until('listen', 1));
      await follower.until(follower.ids.length + 1);
    }
    await elsewhere.stop();

    const { ids } = await expectExactlyOnce(url, journal);
    await follower.until(ids.length);
    expect(follower.ids).toEqual(ids);
    await follower.end();
    await close();
  });
});
