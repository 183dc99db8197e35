import { PostgresEventStore } from '@liuhen/event-store';
import { TEST_LOG } from '@liuhen/event-store/testing';
import { buildStatuses, ReadModels, sqlOf, startRebuild } from '@liuhen/read-models';
import { contentOf, openBench, type Bench } from './bench';
import { docket, recordCases, titles } from './docket';

let bench: Bench;
/** As two processes have it: one appends, the other advances the read models. */
let writing: PostgresEventStore;
let reading: PostgresEventStore;

beforeEach(async () => {
  bench = await openBench([docket, titles]);
  const open = () => PostgresEventStore.open({ url: bench.appUrl, log: TEST_LOG });
  [writing, reading] = await Promise.all([open(), open()]);
});
afterEach(async () => {
  await bench.close();
  await Promise.all([writing.close(), reading.close()]);
});

it('advances the read models from a log in the same database, woken from another process', async () => {
  const stores = { business: reading };
  const { runner, reports } = bench.newRunner({ stores });
  await runner.start();
  const reads = new ReadModels(sqlOf(bench.app), stores);
  for (let number = 0; number < 10; number++) {
    const position = await recordCases(writing, number, number + 1);
    await Promise.all(['docket', 'titles'].map((name) => reads.waitFor(name, String(position))));
    expect(await bench.rows('select count(*)::int from read.docket_cases')).toEqual([{ count: number + 1 }]);
  }
  const before = await contentOf(bench.app, 'read.docket_cases');
  const build = await startRebuild(bench.ownerUrl, docket);
  await reports.until((report) => report.kind === 'published' && report.build === build);
  expect(await contentOf(bench.app, 'read.docket_cases')).toBe(before);
  expect(await buildStatuses(sqlOf(bench.app), stores)).toMatchObject([
    { build, lag: 0, progress: { done: 14, total: 14 } },
    { projection: 'titles', lag: 0 },
  ]);
});
