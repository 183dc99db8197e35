import { isDeepStrictEqual } from 'node:util';
import { checkChain, checkOrder } from './checks';
import type { LogModel } from './log-model';
import { compareWithRebuilt } from './projection';
import { demand } from './violation';
import { ALL, type World } from './world';

/** Everything once more, when nobody does anything any longer. */
export async function audit(model: LogModel, world: World): Promise<void> {
  await auditLog(model, world);
  await auditStreams(model, world);
  await compareWithRebuilt(world.live, world.store(1), model, { live: 3, anew: ALL });
  for (const subscriber of world.subscribers) {
    await subscriber.catchUp(model, world.patienceMs);
    subscriber.check(model);
  }
}

async function auditLog(model: LogModel, world: World): Promise<void> {
  const store = world.store(0);
  const page = await store.readPage({ after: model.start, limit: ALL });
  checkOrder(store, model.start, page.events);
  const due = { events: model.events, scannedTo: model.head, atHead: true };
  demand(
    'reading',
    isDeepStrictEqual(page, due),
    `the log has ${page.events.length} of ${model.events.length}`,
  );
  demand('reading', (await store.head()) === model.head, 'its head is elsewhere');
}

async function auditStreams(model: LogModel, world: World): Promise<void> {
  for (const name of model.streams) {
    const events = await world.store(1).readStream(name);
    checkChain(model.identity, events);
    demand('reading', isDeepStrictEqual(events, model.stream(name)), `${name} was read otherwise`);
  }
}
