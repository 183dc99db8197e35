import type { Projection } from '@liuhen/kernel';
import type { PoolClient } from 'pg';
import { newPool, openBench, type Bench } from './bench';
import { docket, type DocketEvent, recordCases, titles } from './docket';

/** 40 cases of which 14 are closed, in 54 events. */
const CASES = 40;

let bench: Bench;
let last: string | undefined;

beforeEach(async () => {
  bench = await openBench([docket, titles]);
  last = await recordCases(bench.store, 0, CASES);
});
afterEach(() => bench.close());

async function expectEveryEventOnce(): Promise<void> {
  expect(
    await bench.rows(
      'select count(*)::int as cases, count(*) filter (where closed)::int as closed from read.docket_cases',
    ),
  ).toEqual([{ cases: CASES, closed: 14 }]);
  expect(
    await bench.rows('select sum(filed)::int as filed, sum(events)::int as events from read.docket_counts'),
  ).toEqual([{ filed: CASES, events: 54 }]);
  expect(await bench.rows(`select events_applied::int from read.builds where projection = 'docket'`)).toEqual(
    [{ events_applied: 54 }],
  );
}

it('applies every event once and in order, page by page, and goes on with what comes later', async () => {
  const { runner, reports } = bench.newRunner();
  await runner.start();
  await reports.reached('docket', last);
  await reports.reached('titles', last);
  await expectEveryEventOnce();
  const inOrder = Array.from({ length: CASES }, (_, number) => ({ title: `案件${String(number)}` }));
  expect(await bench.rows('select title from read.title_list order by number')).toEqual(inOrder);
  await reports.reached('docket', await recordCases(bench.store, CASES, CASES + 1));
  expect(await bench.rows('select count(*)::int as cases from read.docket_cases')).toEqual([
    { cases: CASES + 1 },
  ]);
  expect(reports.ofKind('retrying')).toEqual([]);
});

it('moves the checkpoint over events that do not concern the projection', async () => {
  const { runner, reports } = bench.newRunner();
  await runner.start();
  await reports.reached('titles', last);
  expect(
    await bench.rows(
      `select position, events_applied::int as events from read.builds where projection = 'titles'`,
    ),
  ).toEqual([{ position: 'business:54', events: CASES }]);
});

it('applies a page once although the connection breaks between its changes and the commit', async () => {
  let cuts = 3;
  const cut: Projection<DocketEvent> = {
    ...docket,
    async apply(db, page) {
      await docket.apply(db, page);
      if (cuts-- <= 0) return;
      const { rows } = await db.query<{ pid: number }>('select pg_backend_pid() as pid');
      await bench.app.query('select pg_terminate_backend($1)', [rows[0]?.pid]);
    },
  };
  const { runner, reports } = bench.newRunner({ projections: [cut] });
  await runner.start();
  await reports.reached('docket', last);
  expect(cuts).toBeLessThan(0);
  expect(reports.ofKind('retrying')).toHaveLength(3);
  await expectEveryEventOnce();
});

it.each<['before' | 'after', string]>([
  ['before', 'is not done'],
  ['after', 'is done but not answered'],
])('applies a page once although the connection breaks %s the commit, so that it %s', async (when) => {
  const { runner, reports, pool } = bench.newRunner({ projections: [docket] });
  let cuts = 3;
  pool.on('connect', (client) => {
    breakAtCommit(client, when, async () => {
      if (cuts-- <= 0) return false;
      await bench.app.query('select pg_terminate_backend($1)', [processOf(client)]);
      return true;
    });
  });
  await runner.start();
  await reports.reached('docket', last);
  expect(cuts).toBeLessThan(0);
  expect(reports.ofKind('retrying')).toHaveLength(3);
  expect(reports.ofKind('stopped')).toEqual([]);
  await expectEveryEventOnce();
});

it('continues where a runner was stopped', async () => {
  const first = bench.newRunner({}, { pageSize: 5 });
  await first.runner.start();
  await first.reports.until(({ kind }) => kind === 'advanced');
  await first.runner.stop();
  const second = bench.newRunner();
  await second.runner.start();
  await second.reports.reached('docket', last);
  await expectEveryEventOnce();
});

it('goes on after the database could not be reached', async () => {
  const relay = await bench.newRelay();
  const pool = newPool(relay.url);
  const { runner, reports } = bench.newRunner({ pool, projections: [docket] }, { pageSize: 1 });
  await runner.start();
  await reports.until(({ kind }) => kind === 'advanced');
  relay.cut();
  await reports.until(({ kind }) => kind === 'retrying');
  relay.mend();
  await reports.reached('docket', last);
  await expectEveryEventOnce();
});

/** Breaks the connection before a commit is sent, or between it and its answer. @param cut says whether it did */
function breakAtCommit(client: PoolClient, when: 'before' | 'after', cut: () => Promise<boolean>): void {
  const query = client.query.bind(client) as (...args: readonly unknown[]) => unknown;
  const commit = async (): Promise<void> => {
    if (when === 'before') await cut();
    await query('commit');
    if (when === 'after' && (await cut())) throw new Error('Connection terminated unexpectedly');
  };
  Object.assign(client, {
    query: (...args: readonly unknown[]) => (args[0] === 'commit' ? commit() : query(...args)),
  });
}

const processOf = (client: PoolClient): number => Number(Reflect.get(client, 'processID'));
