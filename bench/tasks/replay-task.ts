import type { EventStore } from '@liuhen/event-store';
import { decodeAll, fold } from '@liuhen/kernel';
import { caseDecider } from '../../libs/supervision/src/case/case.decider';
import { caseStream } from '../../libs/supervision/src/case/case.events';
import { caseNumberOf } from '../workload/case-work';
import { openLog } from '../workload/our-log';
import { Timing, type Timed, type Times } from '../workload/timing';

export interface ReplayInput extends Times {
  readonly ownerUrl: string;
  /** Numbers of the cases to replay, one after the other and again. */
  readonly cases: readonly number[];
  /** Of each of them. */
  readonly length: number;
}

/** Replays a second: the stream is read, decoded and folded to the state that a decision would be made on. */
export async function replayTask({ ownerUrl, cases, length, ...times }: ReplayInput): Promise<Timed> {
  const store = await openLog(ownerUrl);
  const timing = new Timing(times);
  for (let index = 0; !timing.isOver(); index++) {
    const began = performance.now();
    const replayed = await replay(store, cases[index % cases.length] ?? 0);
    timing.done(began, 1);
    if (replayed !== length) throw new Error(`${String(replayed)} events, not ${String(length)}`);
  }
  await store.close();
  return timing.result();
}

/** @returns the number of events of the case, which is registered then. */
async function replay(store: EventStore, n: number): Promise<number> {
  const history = decodeAll(caseDecider.events, await store.readStream(caseStream(caseNumberOf(n))));
  return fold(caseDecider, history).status === 'registered' ? history.length : 0;
}
