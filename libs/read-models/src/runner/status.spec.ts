import { MemoryEventStore, requestFor, sealedChain, TEST_LOG } from '@liuhen/event-store/testing';
import type { Sql } from '@liuhen/kernel';
import { buildStatuses } from './status';

const LIVE = {
  build: 'build_docket_v1_1',
  projection: 'docket',
  version: 1,
  log: 'business',
  state: 'live',
  position: 'business:8',
  owner: 'worker',
  applied: 6,
  appliedAtClaim: 2,
  positionAtClaim: 'business:2',
  appliedByLive: 6,
  elapsedSeconds: 2,
  haltCode: null,
};

const rowsOf = (...rows: object[]): Sql => ({
  query: <Row extends object>() => Promise.resolve({ rows: rows as Row[], rowCount: rows.length }),
});

async function storeOfTen(): Promise<MemoryEventStore> {
  const store = new MemoryEventStore(TEST_LOG);
  await store.append(requestFor(sealedChain(10)));
  return store;
}

it('counts the events of the log where it numbers them', async () => {
  const [status] = await buildStatuses(rowsOf(LIVE), { business: await storeOfTen() });
  expect(status).toMatchObject({
    lag: 2,
    progress: { done: 8, total: 10, rate: 3, etaSeconds: 1 },
    halt: undefined,
  });
});

it('measures a rebuild by what the live build has applied where the log does not number its events', async () => {
  const store = await storeOfTen();
  Object.assign(store, { capabilities: { ...store.capabilities, densePositions: false } });
  const building = { ...LIVE, state: 'building', position: 'C:77/P:76', applied: 3, appliedAtClaim: 0 };
  const [status] = await buildStatuses(rowsOf(building), { business: store });
  expect(status).toMatchObject({ lag: undefined, progress: { done: 3, total: 6, rate: 1.5, etaSeconds: 2 } });
});

it('reports a build also where its log is not at hand', async () => {
  const [status] = await buildStatuses(rowsOf(LIVE), {});
  expect(status).toMatchObject({ position: 'business:8', lag: undefined, progress: { done: 6, total: 6 } });
});

it('says in Chinese why a build stands still', async () => {
  const at = new Date(0);
  const halted = {
    ...LIVE,
    haltCode: 'poison-event',
    haltEvent: 'id',
    haltPosition: 'business:9',
    haltMessage: 'm',
    haltAt: at,
  };
  const [status] = await buildStatuses(rowsOf(halted), {});
  expect(status?.halt).toEqual({
    code: 'poison-event',
    reason: '有一条事件无法处理',
    event: 'id',
    position: 'business:9',
    message: 'm',
    at,
  });
});
