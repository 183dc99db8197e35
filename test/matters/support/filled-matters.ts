import { Directory, Policies, seedDirectory, type Reader } from '@liuhen/access';
import { logIdentity } from '@liuhen/event-store';
import { FixedClock, MemoryEventStore, seededEntropy, TEST_DEPLOYMENT } from '@liuhen/event-store/testing';
import type { Recorded } from '@liuhen/kernel';
import type { ReadDatabase } from '@liuhen/platform';
import { prepareBuilds, sqlOf } from '@liuhen/read-models';
import type { MatterEvent } from '@liuhen/supervision';
import { MatterRegister } from '../../../libs/read-models/src/matters/matter-register';
import { mattersProjection } from '../../../libs/read-models/src/matters/matters.projection';
import { newPool } from '../../read-models/bench';
import { freshDatabase } from '../../support/database';

/** The read model of matters in a database of its own, filled by hand, and what reads it. */
export async function openMatters() {
  const database = await freshDatabase();
  await prepareBuilds(database.ownerUrl, [mattersProjection]);
  const pool = newPool(database.ownerUrl);
  const { rows } = await pool.query<{ build: string }>('select build from read.builds');
  const writer = newPool(`${database.ownerUrl}?options=-c%20search_path%3D${rows[0]?.build ?? ''}`);
  const directory = await demonstrationDirectory();
  const policies = new Policies(directory);
  return {
    pool,
    policies,
    register: new MatterRegister(sqlOf(pool) as ReadDatabase, directory, policies),
    async fill(events: readonly Recorded<MatterEvent>[]): Promise<void> {
      await writer.query(`truncate matter_records, ${mattersProjection.tables.join(', ')}`);
      await mattersProjection.apply(sqlOf(writer), events);
    },
    /** A statement on the tables themselves. */
    async write(statement: string): Promise<void> {
      await writer.query(statement);
    },
    async close(): Promise<void> {
      await Promise.all([pool.end(), writer.end()]);
      await database.drop();
    },
  };
}

async function demonstrationDirectory(): Promise<Directory> {
  const clock = new FixedClock();
  const store = new MemoryEventStore(logIdentity(TEST_DEPLOYMENT, 'administration'));
  await seedDirectory({ store, clock, entropy: seededEntropy() }, { demonstration: true });
  const directory = new Directory(clock);
  await directory.catchUp(store);
  return directory;
}

/** Somebody who asks, in a post of the demonstration. */
export const readerIn = (court: string, post: string, kind: string, person: string): Reader => ({
  ...{ court, kind, person },
  post: `${court}.${post}`,
  division: null,
  party: 'courtLeaders',
  delegation: null,
  secondFactor: true,
});
