import { MemoryEventStore, TEST_LOG } from '@liuhen/event-store/testing';
import type { Sql } from '@liuhen/kernel';
import { ReadModels, type Stopwatch } from './read-models';

/** The checkpoint as it is found at one look after the other; the last one stays. */
function readModels(...looks: { position: string | null; stopped?: boolean }[]) {
  let now = 0;
  let looked = 0;
  const db: Sql = {
    query: <Row extends object>() => {
      const look = looks[Math.min(looked++, looks.length - 1)];
      return Promise.resolve({ rows: [{ log: 'business', stopped: false, ...look } as Row], rowCount: 1 });
    },
  };
  const stopwatch: Stopwatch = { now: () => now, sleep: (ms) => Promise.resolve((now += ms)) };
  const reads = new ReadModels(db, { business: new MemoryEventStore(TEST_LOG) }, stopwatch);
  return { reads, waited: () => now, looked: () => looked };
}

it('returns at once when the checkpoint is at the position or beyond', async () => {
  const { reads, waited } = readModels({ position: 'business:9' });
  await reads.waitFor('docket', 'business:9');
  await reads.waitFor('docket', 'business:8');
  expect(waited()).toBe(0);
});

it('looks again until the checkpoint has come', async () => {
  const { reads, looked } = readModels(
    { position: null },
    { position: 'business:8' },
    { position: 'business:10' },
  );
  await reads.waitFor('docket', 'business:9');
  expect(looked()).toBe(3);
});

it('compares positions as the log does, not as texts', async () => {
  const { reads } = readModels({ position: 'business:9' });
  await expect(reads.waitFor('docket', 'business:10')).rejects.toMatchObject({ code: 'read-model-behind' });
});

it('gives up after two seconds unless told otherwise', async () => {
  const patient = readModels({ position: null });
  await expect(patient.reads.waitFor('docket', 'business:1')).rejects.toMatchObject({ stopped: false });
  expect(patient.waited()).toBe(2_000);
  const hasty = readModels({ position: null });
  await expect(hasty.reads.waitFor('docket', 'business:1', 100)).rejects.toMatchObject({ stopped: false });
  expect(hasty.waited()).toBe(100);
});

it('gives up at once when the projection has stopped before the position', async () => {
  const { reads, waited } = readModels({ position: 'business:8', stopped: true });
  await expect(reads.waitFor('docket', 'business:9')).rejects.toMatchObject({
    code: 'read-model-behind',
    stopped: true,
    message: '查询数据已停止更新，请联系运行维护人员',
  });
  expect(waited()).toBe(0);
  await reads.waitFor('docket', 'business:8');
});
