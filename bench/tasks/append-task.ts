import { STORES, type StoreName } from '../stores';
import { load, type LoadOptions, type LoadResult } from '../workload/load';

export interface AppendInput extends LoadOptions {
  readonly store: StoreName;
  /** Of an empty database. */
  readonly ownerUrl: string;
}

export async function appendTask({ store: name, ownerUrl, ...options }: AppendInput): Promise<LoadResult> {
  const contender = await STORES[name].load();
  await contender.install(ownerUrl);
  const store = await contender.open(ownerUrl, options.writers);
  const result = await load(store, options);
  await store.close();
  return result;
}
