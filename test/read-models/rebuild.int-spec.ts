import type { EventStore, Page, PageRequest } from '@liuhen/event-store';
import { MemoryEventStore, TEST_LOG } from '@liuhen/event-store/testing';
import type { Projection } from '@liuhen/kernel';
import {
  buildStatuses,
  cancelRebuild,
  prepareBuilds,
  resumeProjections,
  sqlOf,
  startRebuild,
  type RunnerTuning,
} from '@liuhen/read-models';
import { until } from '../support/until';
import { contentOf, Gate, openBench, type Bench } from './bench';
import { docket, type DocketEvent, recordCases } from './docket';
import { startReading } from './reader';

const CASES = 60;
const COUNT_CASES = 'select count(*)::int from read.docket_cases';
const COUNT_FILED = 'select sum(filed)::int as count from read.docket_counts';

let bench: Bench;
let last: string | undefined;

beforeEach(async () => {
  bench = await openBench([docket]);
  last = await recordCases(bench.store, 0, CASES);
});
afterEach(() => bench.close());

const states = () =>
  bench.rows('select state, events_applied::int as events from read.builds order by created_at');
const schemas = async () =>
  (await bench.rows(`select nspname as name from pg_namespace where nspname like 'build%' order by 1`)).map(
    ({ name }) => name,
  );

async function startLive(tuning: Partial<RunnerTuning> = {}) {
  const started = bench.newRunner({}, tuning);
  await started.runner.start();
  await started.reports.reached('docket', last);
  return started;
}

/** The docket, whose pages wait at the gate from the `nth` on. */
function gatedDocket(nth: number) {
  const arrived = new Gate();
  const gate = new Gate();
  let pages = 0;
  const projection: Projection<DocketEvent> = {
    ...docket,
    async apply(db, page) {
      if (++pages >= nth) {
        arrived.open();
        await gate.opened;
      }
      await docket.apply(db, page);
    },
  };
  return { projection, arrived: arrived.opened, open: gate.open };
}

/** A store that does not yet have what comes after an event, as a follower in a cluster. */
function laggingBehind(store: EventStore, end: number) {
  let lagging = true;
  let askedAtEnd = 0;
  const again = new Gate();
  const laggingStore: EventStore = Object.create(store, {
    readPage: {
      value: async (request: PageRequest): Promise<Page> => {
        const after = Number(request.after?.split(':')[1] ?? 0);
        if (!lagging || after > end) return store.readPage(request);
        if (after === end && ++askedAtEnd > 3) again.open();
        if (after === end) return { events: [], scannedTo: request.after, atHead: true };
        return store.readPage({ ...request, limit: Math.min(request.limit, end - after) });
      },
    },
  });
  return { store: laggingStore, askedAgain: () => again.opened, catchUp: () => (lagging = false) };
}

it('gives the same rows as the build that was live all the time', async () => {
  const { reports } = await startLive();
  const before = [
    await contentOf(bench.app, 'read.docket_cases'),
    await contentOf(bench.app, 'read.docket_counts'),
  ];
  const build = await startRebuild(bench.ownerUrl, docket);
  await reports.until((report) => report.kind === 'published' && report.build === build);
  expect(await states()).toEqual([
    { state: 'retired', events: 80 },
    { state: 'live', events: 80 },
  ]);
  const after = [
    await contentOf(bench.app, 'read.docket_cases'),
    await contentOf(bench.app, 'read.docket_counts'),
  ];
  expect(after).toEqual(before);
  expect(after).not.toContain('empty');
});

it('fails no reader, empties no table and takes nobody back while it is filled and published', async () => {
  const { reports } = await startLive({ pageSize: 20 });
  const stopReading = startReading(bench.app, [
    [COUNT_CASES],
    [COUNT_FILED],
    [COUNT_CASES, COUNT_FILED],
    [COUNT_FILED, COUNT_CASES],
  ]);
  let recorded = CASES;
  for (let round = 0; round < 2; round++) {
    const build = await startRebuild(bench.ownerUrl, docket);
    while (!reports.all.some((report) => report.kind === 'published' && report.build === build)) {
      last = await recordCases(bench.store, recorded, ++recorded);
      await reports.reached('docket', last);
    }
  }
  const { reads, failures, fewest, wentBack } = await stopReading();
  expect(failures).toEqual([]);
  expect(fewest).toBeGreaterThanOrEqual(CASES);
  expect(wentBack).toBe(false);
  expect(reads).toBeGreaterThan(100);
  expect(await bench.rows(COUNT_CASES)).toEqual([{ count: recorded }]);
});

it('waits for a reader who holds a view, without failing or delaying the others for long', async () => {
  const { reports } = await startLive();
  const holder = await bench.app.connect();
  await holder.query('begin');
  await holder.query(COUNT_CASES);
  const stopReading = startReading(bench.app, [[COUNT_CASES], [COUNT_FILED, COUNT_CASES]]);
  const build = await startRebuild(bench.ownerUrl, docket);
  await reports.until(({ kind }) => kind === 'retrying');
  expect(reports.ofKind('published')).toEqual([]);
  await holder.query('commit');
  holder.release();
  await reports.until((report) => report.kind === 'published' && report.build === build);
  expect(await stopReading()).toMatchObject({ failures: [], fewest: CASES, wentBack: false });
});

it('does not publish what is behind the live build, though the log seems to end there', async () => {
  const { runner } = await startLive();
  await runner.stop();
  const follower = laggingBehind(bench.store, 40);
  const { runner: builder, reports } = bench.newRunner(
    { stores: { business: follower.store } },
    { pollMs: 5 },
  );
  const build = await startRebuild(bench.ownerUrl, docket);
  await builder.start();
  await reports.reached(build, 'business:40');
  await follower.askedAgain();
  expect(await states()).toEqual([
    { state: 'live', events: 80 },
    { state: 'building', events: 40 },
  ]);
  follower.catchUp();
  await reports.until((report) => report.kind === 'published' && report.build === build);
  expect(await bench.rows(COUNT_CASES)).toEqual([{ count: CASES }]);
});

it('stops a build that cannot be published, leaves the live one, and publishes when that is mended', async () => {
  const { runner, reports } = await startLive({ leaseMs: 600 });
  await bench.owner.query('create view public.report as select * from read.docket_cases');
  const build = await startRebuild(bench.ownerUrl, docket);
  const stopped = await reports.until(({ kind }) => kind === 'stopped');
  expect(stopped).toMatchObject({
    build,
    halt: { code: 'publish-failed', message: expect.stringMatching(/depend/) },
  });
  await reports.reached('docket', await recordCases(bench.store, CASES, CASES + 1));
  await bench.owner.query('drop view public.report');
  await resumeProjections(sqlOf(bench.app), [docket]);
  await reports.until((report) => report.kind === 'published' && report.build === build);
  expect(await bench.rows(COUNT_CASES)).toEqual([{ count: CASES + 1 }]);
  await runner.stop();
});

it('rebuilds from an empty log', async () => {
  const empty = new MemoryEventStore(TEST_LOG);
  const { runner, reports } = bench.newRunner({ stores: { business: empty } });
  await runner.start();
  const build = await startRebuild(bench.ownerUrl, docket);
  await reports.until((report) => report.kind === 'published' && report.build === build);
  expect(await states()).toEqual([
    { state: 'retired', events: 0 },
    { state: 'live', events: 0 },
  ]);
});

it('tells how far a rebuild is, and how long it will take', async () => {
  const { runner } = await startLive();
  await runner.stop();
  const { projection, arrived, open } = gatedDocket(4);
  const gated = bench.newRunner({ owner: 'builder', projections: [projection] });
  const build = await startRebuild(bench.ownerUrl, docket);
  await gated.runner.start();
  await arrived;
  const stores = { business: bench.store };
  const [live, rebuild] = await buildStatuses(sqlOf(bench.app), stores);
  expect(live).toMatchObject({
    state: 'live',
    lag: 0,
    progress: { done: 80, total: 80, etaSeconds: 0 },
    halt: undefined,
  });
  expect(rebuild).toMatchObject({
    build,
    state: 'building',
    owner: 'builder',
    lag: 59,
    position: 'business:21',
  });
  expect(rebuild?.progress).toMatchObject({ done: 21, total: 80 });
  expect(rebuild?.progress.rate).toBeGreaterThan(0);
  expect(rebuild?.progress.etaSeconds).toBe(Math.ceil(59 / (rebuild?.progress.rate ?? 0)));
  open();
  await gated.reports.until(({ kind }) => kind === 'published');
  expect(await buildStatuses(sqlOf(bench.app), stores)).toMatchObject([
    { build, state: 'live', lag: 0, progress: { done: 80, total: 80, etaSeconds: 0 } },
  ]);
});

it('continues a rebuild that was interrupted instead of beginning again', async () => {
  const { runner } = await startLive();
  await runner.stop();
  const { projection, arrived, open } = gatedDocket(4);
  const killed = bench.newRunner({ projections: [projection] }, { leaseMs: 200 });
  const build = await startRebuild(bench.ownerUrl, docket);
  await killed.runner.start();
  await arrived;
  await bench.owner.query(
    `update read.builds set token = token + 1, lease_until = null where state = 'building'`,
  );
  const next = bench.newRunner();
  await next.runner.start();
  await next.reports.until((report) => report.kind === 'published' && report.build === build);
  expect(
    await bench.rows('select claimed_events::int, events_applied::int from read.builds where build = $1', [
      build,
    ]),
  ).toEqual([{ claimed_events: 21, events_applied: 80 }]);
  open();
});

it('keeps the build before for a roll-back and drops the earlier ones', async () => {
  const { reports } = await startLive();
  const first = (await schemas())[0];
  const second = await startRebuild(bench.ownerUrl, docket);
  await reports.until((report) => report.kind === 'published' && report.build === second);
  expect(await schemas()).toEqual([first, second]);
  const third = await startRebuild(bench.ownerUrl, docket);
  await reports.until((report) => report.kind === 'published' && report.build === third);
  await prepareBuilds(bench.ownerUrl, [docket]);
  expect(await schemas()).toEqual([second, third]);
});

it('refuses a second rebuild while one is at work, and to cancel where there is none', async () => {
  await expect(cancelRebuild(bench.ownerUrl, 'docket')).rejects.toMatchObject({ code: 'no-rebuild' });
  const build = await startRebuild(bench.ownerUrl, docket);
  await expect(startRebuild(bench.ownerUrl, docket)).rejects.toMatchObject({ code: 'rebuild-running' });
  await cancelRebuild(bench.ownerUrl, 'docket');
  expect(await schemas()).not.toContain(build);
  expect(await states()).toEqual([{ state: 'live', events: 0 }]);
});

it('lets a worker go on with the live build when the rebuild that it fills is cancelled', async () => {
  const { projection, arrived, open } = gatedDocket(2);
  const live = await startLive();
  await live.runner.stop();
  const { runner, reports } = bench.newRunner({ projections: [projection] }, { leaseMs: 300 });
  const build = await startRebuild(bench.ownerUrl, docket);
  await runner.start();
  await arrived;
  const cancelled = cancelRebuild(bench.ownerUrl, 'docket');
  await until(async () => (await states()).every(({ state }) => state !== 'building'));
  open();
  await cancelled;
  await reports.reached('docket', await recordCases(bench.store, CASES, CASES + 1));
  expect(reports.ofKind('stopped')).toEqual([]);
  expect(reports.ofKind('published')).toEqual([]);
  expect(await schemas()).not.toContain(build);
  expect(await bench.rows(COUNT_CASES)).toEqual([{ count: CASES + 1 }]);
});
