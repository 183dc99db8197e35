import { STORES, type StoreName } from '../stores';
import { caseLogOf } from '../workload/case-log';
import { appendCase, fill } from '../workload/fill';
import { openLog } from '../workload/our-log';

export interface FillInput {
  readonly store: StoreName;
  readonly ownerUrl: string;
  readonly events: number;
}

/** For what is measured later. */
export async function fillTask({ store: name, ownerUrl, events }: FillInput): Promise<void> {
  const contender = await STORES[name].load();
  const store = await contender.open(ownerUrl, 1);
  await store.reading?.fill(events);
  await store.close();
}

export interface GrowInput {
  readonly ownerUrl: string;
  /** Events that the log has, and is to have: each of a {@link CaseLog}. */
  readonly from: number;
  readonly to: number;
}

/** Lets our log grow from one size to the next. */
export async function growTask({ ownerUrl, from, to }: GrowInput): Promise<void> {
  const store = await openLog(ownerUrl);
  await fill(store, caseLogOf(to), caseLogOf(from).cases);
  await store.close();
}

export interface AddCaseInput {
  readonly ownerUrl: string;
  readonly n: number;
  readonly length: number;
}

/** Adds one case of any length to our log. */
export async function addCaseTask({ ownerUrl, n, length }: AddCaseInput): Promise<void> {
  const store = await openLog(ownerUrl);
  await appendCase(store, n, length);
  await store.close();
}
