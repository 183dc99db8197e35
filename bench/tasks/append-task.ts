import { STORES, type StoreName } from '../stores';
import { load, type LoadOptions, type LoadResult } from '../workload/load';

export interface AppendInput extends LoadOptions {
  readonly store: StoreName;
  readonly ownerUrl: string;
}

/** One contender under load. */
export async function appendTask({ store: name, ownerUrl, ...options }: AppendInput): Promise<LoadResult> {
  const contender = await STORES[name].load();
  const store = await contender.open(ownerUrl, options.writers);
  const result = await load(store, options);
  await store.close();
  return result;
}
