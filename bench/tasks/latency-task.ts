import { openLog } from '../workload/our-log';
import { follow, pace, type Followed } from '../workload/pacing';
import type { Times } from '../workload/timing';

export interface LatencyInput extends Times {
  readonly ownerUrl: string;
}

interface Paced {
  readonly acknowledged: number;
}

/** Appends and subscribes through one store, as one server does. */
export async function latencyTask({ ownerUrl, ...times }: LatencyInput): Promise<Followed & Paced> {
  const store = await openLog(ownerUrl);
  const [followed, acknowledged] = await Promise.all([follow(store, times), pace(store, times)]);
  await store.close();
  return { ...followed, acknowledged };
}

/** Only subscribes; what comes is appended by another process. */
export async function followTask({ ownerUrl, ...times }: LatencyInput): Promise<Followed> {
  const store = await openLog(ownerUrl);
  const followed = await follow(store, times);
  await store.close();
  return followed;
}

export async function paceTask({ ownerUrl, ...times }: LatencyInput): Promise<Paced> {
  const store = await openLog(ownerUrl);
  const acknowledged = await pace(store, times);
  await store.close();
  return { acknowledged };
}
