import { Directory, seedDirectory, systemAct } from '@liuhen/access';
import { postDecider, postStream } from '@liuhen/courts';
import { execute, logIdentity, PostgresEventStore, type Runtime } from '@liuhen/event-store';
import { sqlOf } from '@liuhen/read-models';
import { Client } from 'pg';
import { appUrl } from '../../deploy/migrations/application-role';
import { systemClock, systemEntropy } from '../../libs/platform/src/runtime/system';
import { dutiesProjection } from '../../libs/read-models/src/duties/duties.projection';
import { DEPLOYMENT } from '../workload/our-log';
import { provinceOf, provinceRulebook, type Province, type ProvincePost } from '../workload/province';

export interface ProvinceInput {
  /** Of a database that is migrated and whose read models are prepared. */
  readonly ownerUrl: string;
  readonly duties: number;
}

/** Posts established at once; the store makes batches of them. */
const AT_ONCE = 32;
const PAGE_SIZE = 1_000;

/** Fills the administration log with the courts and people of a province, and the ledger with what they owe. */
export async function provinceTask({ ownerUrl, duties }: ProvinceInput): Promise<void> {
  const store = await PostgresEventStore.open({
    url: appUrl(ownerUrl),
    log: logIdentity(DEPLOYMENT, 'administration'),
  });
  const province = provinceOf(duties);
  await fillPosts({ store, clock: systemClock, entropy: systemEntropy }, province);
  await store.close();
  await fillDuties(ownerUrl, province, duties);
}

async function fillPosts(runtime: Runtime, { posts }: Province): Promise<void> {
  await seedDirectory(runtime, { demonstration: false });
  const directory = new Directory(runtime.clock);
  await directory.catchUp(runtime.store);
  const waiting = [...posts];
  const work = async (): Promise<void> => {
    for (let post = waiting.pop(); post; post = waiting.pop()) await fillPost(runtime, post, directory);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
}

async function fillPost(
  runtime: Runtime,
  { id, commands }: ProvincePost,
  directory: Directory,
): Promise<void> {
  for (const [index, command] of commands.entries())
    await execute(runtime, {
      decider: postDecider,
      stream: postStream(id),
      caseNumber: null,
      command,
      act: systemAct(`bench/${id}/${String(index)}`, 'bench'),
      permit: () => undefined,
      facts: () => Promise.resolve({ postId: id, courts: directory.courts, posts: directory.posts }),
    });
}

/** As the projection itself fills its live build. */
async function fillDuties(ownerUrl: string, province: Province, duties: number): Promise<void> {
  const projection = dutiesProjection(provinceRulebook);
  const client = new Client(ownerUrl);
  await client.connect();
  const { rows } = await client.query<{ build: string }>(
    `select build from read.builds where projection = 'duties' and state = 'live'`,
  );
  await client.query(`set search_path to ${rows[0]?.build ?? ''}`);
  for (let from = 0; from < duties; from += PAGE_SIZE) {
    const length = Math.min(PAGE_SIZE, duties - from);
    await projection.apply(
      sqlOf(client),
      Array.from({ length }, (_, index) => province.duty(from + index)),
    );
  }
  await client.end();
}
