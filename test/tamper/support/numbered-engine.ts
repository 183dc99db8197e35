import { EventStoreDbEventStore } from '@liuhen/event-store';
import { openStores } from '../../eventstoredb/open-store';
import type { Engine } from './engine';

/** EventStoreDB at this address, whose positions have holes: the notary numbers the leaves itself. */
export function numberedEngine(url: string): Engine {
  let namespace = '';
  return {
    found: async () => {
      const stores = await openStores(url);
      ({ namespace } = stores);
      return stores;
    },
    open: (_, log) => EventStoreDbEventStore.open({ url, log, namespace }),
  };
}
