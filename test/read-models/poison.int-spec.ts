import type { Projection } from '@liuhen/kernel';
import { buildStatuses, ReadModels, resumeProjections, sqlOf } from '@liuhen/read-models';
import { openBench, type Bench } from './bench';
import { docket, type DocketEvent, record, recordCases, titles } from './docket';

let bench: Bench;

beforeEach(async () => {
  bench = await openBench([docket, titles]);
});
afterEach(() => bench.close());

/** Ten cases, the first of them filed a second time: what the docket's key refuses. Then ten more. */
async function recordWithPoison() {
  await recordCases(bench.store, 0, 10);
  const poison = await record(bench.store, 'case-0', 'CaseFiled', { title: '再次立案' });
  return { poison, last: await recordCases(bench.store, 10, 20) };
}

const halts = () =>
  bench.rows('select projection, error_code, error_position, position from read.builds order by 1');

it('stops the projection that cannot apply an event, just before it, and no other', async () => {
  const { poison, last } = await recordWithPoison();
  const { runner, reports } = bench.newRunner();
  await runner.start();
  const stopped = await reports.until(({ kind }) => kind === 'stopped');
  expect(stopped).toMatchObject({
    projection: 'docket',
    halt: { code: 'poison-event', event: { position: poison } },
  });
  await reports.reached('titles', last);
  expect(await halts()).toEqual([
    { projection: 'docket', error_code: 'poison-event', error_position: poison, position: 'business:14' },
    { projection: 'titles', error_code: null, error_position: null, position: last },
  ]);
  expect(await bench.rows('select count(*)::int as cases from read.docket_cases')).toEqual([{ cases: 10 }]);
  await reports.reached('titles', await recordCases(bench.store, 20, 21));
  expect((await halts())[0]).toMatchObject({ position: 'business:14' });
});

it('tells in the status what it stopped at, in Chinese, and refuses to wait for it', async () => {
  const { poison } = await recordWithPoison();
  const [, event] = await bench.store.readStream('case-0', { from: 1 });
  const { runner, reports } = bench.newRunner({ projections: [docket] });
  await runner.start();
  await reports.until(({ kind }) => kind === 'stopped');
  const stores = { business: bench.store };
  const [status] = await buildStatuses(sqlOf(bench.app), stores);
  expect(status).toMatchObject({
    projection: 'docket',
    owner: null,
    halt: { code: 'poison-event', reason: '有一条事件无法处理', position: poison, event: event?.header.id },
  });
  expect(status?.halt?.message).toContain('docket_cases_pkey');
  const reads = new ReadModels(sqlOf(bench.app), stores);
  await expect(reads.waitFor('docket', poison)).rejects.toMatchObject({
    code: 'read-model-behind',
    stopped: true,
  });
  await reads.waitFor('docket', 'business:14');
});

it('tries again at the next start, with the projection repaired', async () => {
  const { last } = await recordWithPoison();
  const broken = bench.newRunner({ projections: [docket] });
  await broken.runner.start();
  await broken.reports.until(({ kind }) => kind === 'stopped');
  await broken.runner.stop();
  const repaired: Projection<DocketEvent> = {
    ...docket,
    apply: (db, page) =>
      docket.apply(
        db,
        page.filter(({ data }) => !('title' in data) || data.title !== '再次立案'),
      ),
  };
  const { runner, reports } = bench.newRunner({ projections: [repaired] });
  await runner.start();
  await reports.reached('docket', last);
  expect(await halts()).toContainEqual({
    projection: 'docket',
    error_code: null,
    error_position: null,
    position: last,
  });
  expect(await bench.rows('select count(*)::int as cases from read.docket_cases')).toEqual([{ cases: 20 }]);
});

it('tries again on demand, while the runner goes on', async () => {
  const { last } = await recordWithPoison();
  const { runner, reports } = bench.newRunner({ projections: [docket] }, { leaseMs: 300 });
  await runner.start();
  await reports.until(({ kind }) => kind === 'stopped');
  const [build] = await bench.rows(`select build from read.builds where projection = 'docket'`);
  await bench.owner.query(
    `alter table ${String(build?.build)}.docket_cases drop constraint docket_cases_pkey`,
  );
  await resumeProjections(sqlOf(bench.app), [docket]);
  await reports.reached('docket', last);
  expect(reports.ofKind('claimed')).toHaveLength(2);
});

it('stops at an event of a schema that it does not know', async () => {
  await recordCases(bench.store, 0, 5);
  const poison = await record(bench.store, 'case-new', 'CaseFiled', { title: '新' }, { schema: 2 });
  const { runner, reports } = bench.newRunner({ projections: [docket] });
  await runner.start();
  const stopped = await reports.until(({ kind }) => kind === 'stopped');
  expect(stopped).toMatchObject({ halt: { event: { position: poison }, message: /UnreadableEvent/ } });
  expect(await bench.rows('select count(*)::int as cases from read.docket_cases')).toEqual([{ cases: 5 }]);
});

it.each(['40001', '40P01', '53200', '55P03', '57P03'])(
  'does not take the passing error %s for a poisonous event',
  async (state) => {
    const last = await recordCases(bench.store, 0, 10);
    let failures = 3;
    const unlucky: Projection<DocketEvent> = {
      ...docket,
      async apply(db, page) {
        await docket.apply(db, page);
        if (failures-- > 0)
          await db.query(`do $$ begin raise exception 'passing' using errcode = '${state}'; end $$`);
      },
    };
    const { runner, reports } = bench.newRunner({ projections: [unlucky] });
    await runner.start();
    await reports.reached('docket', last);
    expect(reports.ofKind('retrying')).toHaveLength(3);
    expect(reports.ofKind('stopped')).toEqual([]);
    expect(await bench.rows('select count(*)::int as cases from read.docket_cases')).toEqual([{ cases: 10 }]);
  },
);

it('does not let a projection swallow an error of the database', async () => {
  const { poison } = await recordWithPoison();
  const careless: Projection<DocketEvent> = {
    ...docket,
    apply: (db, page) => docket.apply(db, page).catch(() => undefined),
  };
  const { runner, reports } = bench.newRunner({ projections: [careless] });
  await runner.start();
  const stopped = await reports.until(({ kind }) => kind === 'stopped');
  expect(stopped).toMatchObject({ halt: { event: { position: poison } } });
});

it('stops at a checkpoint that is not of its log, for a rebuild alone can help', async () => {
  await recordCases(bench.store, 0, 5);
  await bench.owner.query(`update read.builds set position = 'reading:3' where projection = 'docket'`);
  const { runner, reports } = bench.newRunner({ projections: [docket] });
  await runner.start();
  expect(await reports.until(({ kind }) => kind === 'stopped')).toMatchObject({
    halt: { code: 'foreign-position' },
  });
  expect(await halts()).toContainEqual(
    expect.objectContaining({ error_code: 'foreign-position', error_position: null }),
  );
});
