import { instantOf, epochMsOf } from '@liuhen/kernel';
import { requestFor, sealedChain } from '../sealed-chain';
import { Attempt } from './attempt';
import { LogModel } from './log-model';
import type { LogUnderTest } from './log-under-test';
import { Projection } from './projection';
import { World } from './world';

const FIRST_RUN = '2026-03-01T00:00:00.000Z';
/** Longer than the log's latest event is moved on by all the commands of a run. */
const RUN_MS = 3_600_000;

/**
 * The model and its log at the beginning of a run: after what earlier runs have left there stands one event, later
 * than all of theirs, from which the model knows the log's time.
 *
 * @param run another number for each, as the runs may share a log
 */
export async function begin(
  log: LogUnderTest,
  run: number,
  patienceMs: number,
): Promise<{ readonly model: LogModel; readonly real: World }> {
  const first = await log.start();
  const start = await first.store.head();
  const real = new World(log, [first, await log.start()], new Projection(start), patienceMs);
  const { identity, capabilities } = first.store;
  const streams = ['a', 'b', 'c', 'opening'].map((name) => `run-${run}-${name}`);
  const model = new LogModel(identity, capabilities, streams, start);
  const recordedAt = instantOf(epochMsOf(FIRST_RUN) + run * RUN_MS);
  const opening = sealedChain(1, { log: identity, stream: streams[3] ?? '', header: { recordedAt } });
  const attempt = new Attempt(requestFor(opening), 0, false);
  await real.send(attempt);
  await real.settle(model, [attempt]);
  return { model, real };
}
