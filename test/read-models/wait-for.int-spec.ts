import { ReadModelBehind, ReadModels, sqlOf } from '@liuhen/read-models';
import { openBench, type Bench } from './bench';
import { docket, recordCases, titles } from './docket';

let bench: Bench;
let reads: ReadModels;

beforeEach(async () => {
  bench = await openBench([docket, titles]);
  reads = new ReadModels(sqlOf(bench.app), { business: bench.store });
});
afterEach(() => bench.close());

it('lets a query see what was just written, also in a read model that it does not concern', async () => {
  const { runner } = bench.newRunner();
  await runner.start();
  for (let number = 0; number < 12; number += 3) {
    const position = await recordCases(bench.store, number, number + 1);
    await reads.waitFor('titles', String(position));
    await reads.waitFor('docket', String(position));
    const stream = `case-${String(number)}`;
    expect(await bench.rows('select closed from read.docket_cases where stream = $1', [stream])).toEqual([
      { closed: true },
    ]);
  }
});

it('does not wait for what was there before', async () => {
  const position = await recordCases(bench.store, 0, 5);
  const { runner, reports } = bench.newRunner();
  await runner.start();
  await reports.reached('docket', position);
  await runner.stop();
  await reads.waitFor('docket', 'business:1', 0);
  await reads.waitFor('docket', String(position), 0);
});

it('gives up after its time when nobody advances the read model', async () => {
  const position = await recordCases(bench.store, 0, 1);
  await expect(reads.waitFor('docket', String(position), 50)).rejects.toThrow(ReadModelBehind);
  await expect(reads.waitFor('docket', String(position), 50)).rejects.toMatchObject({
    code: 'read-model-behind',
    stopped: false,
    message: expect.stringContaining('请稍后重试') as string,
  });
});

it('refuses a position of another log, and a projection that is not there', async () => {
  await expect(reads.waitFor('docket', 'reading:1')).rejects.toMatchObject({ name: 'ForeignPosition' });
  await expect(reads.waitFor('nothing', 'business:1')).rejects.toThrow(/no live build/);
});
