import { logIdentity } from '../../log-identity';
import { TEST_DEPLOYMENT } from '../sealed-chain';
import { describeAppending } from './appending';
import { describeModel } from './model';
import { describeReading } from './reading';
import type { OpenStore } from './store-under-test';
import { describeSubscribing } from './subscribing';

export type { OpenStore, StoreUnderTest } from './store-under-test';

export interface ContractOptions {
  /** How many random histories are compared with the model. */
  readonly modelRuns?: number;
}

/** What every event store keeps to, whichever engine it is: the meaning of the port, as tests. */
export function describeEventStore(
  name: string,
  open: OpenStore,
  { modelRuns = 100 }: ContractOptions = {},
): void {
  const identity = logIdentity(TEST_DEPLOYMENT, 'business');
  const opened = () => open(identity);
  describe(`${name} as an event store`, () => {
    it('is the log that it was opened as', async () => {
      const under = await opened();
      expect(under.store.identity).toEqual(identity);
      await under.close();
    });

    describeAppending(opened);
    describeReading(opened);
    describeSubscribing(opened);
    describeModel(opened, modelRuns);
  });
}
