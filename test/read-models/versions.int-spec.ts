import type { Projection } from '@liuhen/kernel';
import { InvalidProjection, prepareBuilds, rollBack, startRebuild } from '@liuhen/read-models';
import { contentOf, openBench, type Bench } from './bench';
import { docket, docketV2, recordCases, titles, type DocketEvent } from './docket';
import { startReading } from './reader';

let bench: Bench;
let last: string | undefined;

beforeEach(async () => {
  bench = await openBench([docket]);
  last = await recordCases(bench.store, 0, 30);
});
afterEach(() => bench.close());

const builds = () => bench.rows('select version, state from read.builds order by created_at');
const views = async () =>
  (await bench.rows(`select viewname as name from pg_views where schemaname = 'read' order by 1`)).map(
    ({ name }) => name,
  );

async function startLive() {
  const started = bench.newRunner({ owner: 'old' });
  await started.runner.start();
  await started.reports.reached('docket', last);
  return started;
}

async function startV2(projection: Projection = docketV2) {
  await prepareBuilds(bench.ownerUrl, [projection]);
  const started = bench.newRunner({ owner: 'new', projections: [projection] });
  await started.runner.start();
  return started;
}

it('publishes the first build of a database at once, and does nothing the second time', async () => {
  const before = await bench.rows('select * from read.builds');
  expect(before).toMatchObject([{ projection: 'docket', version: 1, state: 'live', position: null }]);
  expect(await contentOf(bench.app, 'read.docket_cases')).toBe('empty');
  await prepareBuilds(bench.ownerUrl, [docket]);
  expect(await bench.rows('select * from read.builds')).toEqual(before);
});

it('prepares once although many processes start together', async () => {
  await Promise.all(Array.from({ length: 5 }, () => prepareBuilds(bench.ownerUrl, [docketV2, titles])));
  expect(await bench.rows('select projection, version, state from read.builds order by created_at')).toEqual([
    { projection: 'docket', version: 1, state: 'live' },
    { projection: 'docket', version: 2, state: 'building' },
    { projection: 'titles', version: 1, state: 'live' },
  ]);
});

it('fills a new version beside the old one, which goes on until it is replaced', async () => {
  const old = await startLive();
  const stopReading = startReading(bench.app, [['select count(*)::int from read.docket_cases']]);
  await prepareBuilds(bench.ownerUrl, [docketV2]);
  expect(await builds()).toEqual([
    { version: 1, state: 'live' },
    { version: 2, state: 'building' },
  ]);
  await old.reports.reached('docket', await recordCases(bench.store, 30, 31));
  const { reports } = await startV2();
  await reports.until(({ kind }) => kind === 'published');
  expect(await builds()).toEqual([
    { version: 1, state: 'retired' },
    { version: 2, state: 'live' },
  ]);
  expect(await views()).toEqual(['docket_cases']);
  expect(await stopReading()).toMatchObject({ failures: [], fewest: 30, wentBack: false });
  await reports.reached('docket', await recordCases(bench.store, 31, 32));
  expect(await bench.rows(`select court, title from read.docket_cases where stream = 'case-31'`)).toEqual([
    { court: '黔0101', title: '案件31' },
  ]);
  expect(old.reports.ofKind('stopped')).toEqual([]);
});

it('leaves the old version at work when the new one fails', async () => {
  const old = await startLive();
  const failing: Projection<DocketEvent> = {
    ...docketV2,
    apply: () => Promise.reject(new Error('v2 is wrong')),
  };
  const { reports } = await startV2(failing);
  await reports.until(({ kind }) => kind === 'stopped');
  await old.reports.reached('docket', await recordCases(bench.store, 30, 31));
  expect(await builds()).toEqual([
    { version: 1, state: 'live' },
    { version: 2, state: 'building' },
  ]);
  expect(await bench.rows('select count(*)::int from read.docket_cases')).toEqual([{ count: 31 }]);
});

it('gives up an unfinished version for a higher one', async () => {
  await prepareBuilds(bench.ownerUrl, [docketV2]);
  await prepareBuilds(bench.ownerUrl, [{ ...docketV2, version: 3 }]);
  expect(await builds()).toEqual([
    { version: 1, state: 'live' },
    { version: 3, state: 'building' },
  ]);
  expect(
    await bench.rows(`select count(*)::int from pg_namespace where nspname like 'build_docket_v2%'`),
  ).toEqual([{ count: 0 }]);
});

it('leaves a higher version alone when an older program starts', async () => {
  await prepareBuilds(bench.ownerUrl, [docketV2]);
  const before = await builds();
  await prepareBuilds(bench.ownerUrl, [docket]);
  expect(await builds()).toEqual(before);
  await expect(startRebuild(bench.ownerUrl, docket)).rejects.toMatchObject({ code: 'newer-version-live' });
});

it.each<[string, Partial<Projection<DocketEvent>>]>([
  ['another column', { schema: docket.schema.replace('title text', 'name text') }],
  [
    'another event type',
    { events: { ...docket.events, CaseReopened: { schema: 1 } } as typeof docket.events },
  ],
  ['another published table', { tables: ['docket_cases'] }],
])('refuses %s without a new version', async (_, change) => {
  const before = await builds();
  await expect(prepareBuilds(bench.ownerUrl, [{ ...docket, ...change }])).rejects.toThrow(
    /raise its version/,
  );
  expect(await builds()).toEqual(before);
});

it('takes up the version before on demand, where it had stood, and publishes it again', async () => {
  const old = await startLive();
  const { reports, runner } = await startV2();
  await reports.until(({ kind }) => kind === 'published');
  await old.runner.stop();
  last = await recordCases(bench.store, 30, 40);
  await reports.reached('docket', last);
  await runner.stop();
  const build = await rollBack(bench.ownerUrl, 'docket');
  const back = bench.newRunner({ owner: 'back' });
  await back.runner.start();
  await back.reports.until((report) => report.kind === 'published' && report.build === build);
  expect(await builds()).toEqual([
    { version: 1, state: 'live' },
    { version: 2, state: 'retired' },
  ]);
  expect(await views()).toEqual(['docket_cases', 'docket_counts']);
  expect(await bench.rows('select sum(filed)::int as filed from read.docket_counts')).toEqual([
    { filed: 40 },
  ]);
  const fresh = await startRebuild(bench.ownerUrl, docket);
  const before = await contentOf(bench.app, 'read.docket_counts');
  await back.reports.until((report) => report.kind === 'published' && report.build === fresh);
  expect(await contentOf(bench.app, 'read.docket_counts')).toBe(before);
});

it('has nothing to roll back to before the first publication over another', async () => {
  await expect(rollBack(bench.ownerUrl, 'docket')).rejects.toMatchObject({ code: 'no-previous-build' });
});

it('makes nothing at all of a projection whose schema fails', async () => {
  const before = await builds();
  const wrong: Projection<DocketEvent> = { ...docketV2, tables: ['docket_cases', 'forgotten'] };
  await expect(prepareBuilds(bench.ownerUrl, [wrong])).rejects.toThrow(InvalidProjection);
  await expect(prepareBuilds(bench.ownerUrl, [{ ...docketV2, schema: 'create table' }])).rejects.toThrow(
    /syntax/,
  );
  expect(await builds()).toEqual(before);
  expect(
    await bench.rows(`select count(*)::int from pg_namespace where nspname like 'build_docket_v2%'`),
  ).toEqual([{ count: 0 }]);
});
