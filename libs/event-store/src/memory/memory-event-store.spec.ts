import type { LogIdentity } from '@liuhen/kernel';
import { logIdentity } from '../log-identity';
import { TEST_DEPLOYMENT } from '../testing';
import { describeEventStore, describeRefusingToErase, type StoreUnderTest } from '../testing/contract';
import { MemoryEventStore } from './memory-event-store';

function open(identity: LogIdentity): Promise<StoreUnderTest> {
  const store = new MemoryEventStore(identity);
  return Promise.resolve({
    store,
    another: () => Promise.resolve(store),
    close: () => store.close(),
  });
}

describeEventStore('the memory store', open, { erases: true });

describe.each(['isolated', 'reading', 'administration'] as const)(
  'the memory store of the %s log',
  (name) => {
    describeRefusingToErase(() => open(logIdentity(TEST_DEPLOYMENT, name)));
  },
);
