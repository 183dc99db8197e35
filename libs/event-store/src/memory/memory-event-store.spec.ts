import { describeEventStore } from '../testing/contract';
import { MemoryEventStore } from './memory-event-store';

describeEventStore('the memory store', (identity) => {
  const store = new MemoryEventStore(identity);
  return Promise.resolve({
    store,
    another: () => Promise.resolve(store),
    close: () => store.close(),
  });
});
