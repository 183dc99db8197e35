import type { Projection } from '@liuhen/kernel';
import { Gate, newPool, openBench, type Bench } from './bench';
import { docket, type DocketEvent, recordCases } from './docket';

const CASES = 20;

let bench: Bench;
let last: string | undefined;

beforeEach(async () => {
  bench = await openBench([docket]);
  last = await recordCases(bench.store, 0, CASES);
});
afterEach(() => bench.close());

const cases = () => bench.rows('select count(*)::int as cases from read.docket_cases');
const owner = () => bench.rows('select owner, token::int from read.builds');

/** The docket, held in its first page. */
function heldDocket(when: 'before' | 'after') {
  const held = new Gate();
  const goOn = new Gate();
  const wait = async (): Promise<void> => {
    held.open();
    await goOn.opened;
  };
  const projection: Projection<DocketEvent> = {
    ...docket,
    async apply(db, page) {
      if (when === 'before') await wait();
      await docket.apply(db, page);
      if (when === 'after') await wait();
    },
  };
  return { projection, held: held.opened, goOn: goOn.open };
}

/** As if the lease had run out and another worker had come and gone. */
const takeAway = () =>
  bench.owner.query('update read.builds set token = token + 1, owner = null, lease_until = null');

it('gives a build to one of two runners, and to the other at once when the first is stopped', async () => {
  const first = bench.newRunner({ owner: 'first' });
  await first.runner.start();
  await first.reports.reached('docket', last);
  const second = bench.newRunner({ owner: 'second' }, { leaseMs: 300 });
  await second.runner.start();
  await first.reports.reached('docket', await recordCases(bench.store, CASES, CASES + 1));
  expect(await owner()).toEqual([{ owner: 'first', token: 1 }]);
  expect(second.reports.all).toEqual([]);
  await first.runner.stop();
  await second.reports.reached('docket', await recordCases(bench.store, CASES + 1, CASES + 2));
  expect(await owner()).toEqual([{ owner: 'second', token: 2 }]);
  expect(await cases()).toEqual([{ cases: CASES + 2 }]);
});

it('lets go of a build that it was just taking when it was stopped', async () => {
  const { runner, pool } = bench.newRunner();
  const query = pool.query.bind(pool) as (...args: readonly unknown[]) => Promise<unknown>;
  const stopped = new Promise<void>((resolve) => {
    Object.assign(pool, {
      query: (...args: readonly unknown[]) => {
        if (String(args[0]).includes('token = token + 1')) resolve(runner.stop());
        return query(...args);
      },
    });
  });
  await runner.start();
  await stopped;
  expect(await owner()).toEqual([{ owner: null, token: 1 }]);
});

it('lets a worker that was paused past its lease commit nothing', async () => {
  const { projection, held, goOn } = heldDocket('after');
  const paused = bench.newRunner({ owner: 'paused', projections: [projection] });
  await paused.runner.start();
  await held;
  await takeAway();
  const next = bench.newRunner({ owner: 'next' });
  await next.runner.start();
  await next.reports.until(({ kind }) => kind === 'claimed');
  goOn();
  await next.reports.reached('docket', last);
  await paused.reports.until(({ kind }) => kind === 'lost');
  expect(paused.reports.ofKind('advanced')).toEqual([]);
  expect(await owner()).toEqual([{ owner: 'next', token: 3 }]);
  expect(await cases()).toEqual([{ cases: CASES }]);
});

it('does not take a stale page of a worker that lost its build for a poisonous one', async () => {
  const { projection, held, goOn } = heldDocket('before');
  const paused = bench.newRunner({ owner: 'paused', projections: [projection] });
  await paused.runner.start();
  await held;
  await takeAway();
  const next = bench.newRunner({ owner: 'next' });
  await next.runner.start();
  await next.reports.reached('docket', last);
  goOn();
  await paused.reports.until(({ kind }) => kind === 'lost');
  expect(paused.reports.ofKind('stopped')).toEqual([]);
  expect(await bench.rows('select owner, error_code from read.builds')).toEqual([
    { owner: 'next', error_code: null },
  ]);
});

it('frees the rows of a worker that is paused within a transaction', async () => {
  const { projection, held, goOn } = heldDocket('after');
  const paused = bench.newRunner({ projections: [projection] }, { leaseMs: 200 });
  await paused.runner.start();
  await held;
  await takeAway();
  const next = bench.newRunner();
  await next.runner.start();
  await next.reports.reached('docket', last);
  goOn();
  expect(await cases()).toEqual([{ cases: CASES }]);
});

it('takes a silent worker’s builds over within five seconds', async () => {
  const relay = await bench.newRelay();
  const killed = bench.newRunner({ owner: 'killed', pool: newPool(relay.url) });
  const heir = bench.newRunner({ owner: 'heir' });
  await killed.runner.start();
  await killed.reports.reached('docket', last);
  await heir.runner.start();
  relay.cut();
  const cutAt = performance.now();
  const later = await recordCases(bench.store, CASES, CASES + 5);
  await heir.reports.reached('docket', later);
  expect(performance.now() - cutAt).toBeLessThan(5_000);
  expect(await cases()).toEqual([{ cases: CASES + 5 }]);
});

it('lets a killed worker come back and wait its turn', async () => {
  const relay = await bench.newRelay();
  const absent = bench.newRunner({ owner: 'absent', pool: newPool(relay.url) }, { leaseMs: 900 });
  await absent.runner.start();
  await absent.reports.reached('docket', last);
  relay.cut();
  const heir = bench.newRunner({ owner: 'heir' }, { leaseMs: 900 });
  await heir.runner.start();
  await heir.reports.until(({ kind }) => kind === 'claimed');
  relay.mend();
  await absent.reports.until(({ kind }) => kind === 'lost');
  await heir.reports.reached('docket', await recordCases(bench.store, CASES, CASES + 5));
  await heir.runner.stop();
  await absent.reports.until(
    ({ kind }) => kind === 'claimed' && absent.reports.ofKind('claimed').length === 2,
  );
});
