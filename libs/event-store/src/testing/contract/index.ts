import { logIdentity } from '../../log-identity';
import { TEST_DEPLOYMENT } from '../sealed-chain';
import { describeAppending } from './appending';
import { describeErasing, describeRefusingToErase } from './erasing';
import { describeReading } from './reading';
import type { OpenStore } from './store-under-test';
import { describeSubscribing } from './subscribing';

export { describeRefusingToErase } from './erasing';
export type { OpenStore, StoreUnderTest } from './store-under-test';

/**
 * What every event store keeps to, whichever engine it is: the meaning of the port, as tests. An adapter is also
 * held against the model in `testing/model`, which tries what nobody thought of.
 *
 * @param erases whether it says of itself that it takes redactions.
 */
export function describeEventStore(
  name: string,
  open: OpenStore,
  { erases }: { readonly erases: boolean },
): void {
  const identity = logIdentity(TEST_DEPLOYMENT, 'business');
  const opened = () => open(identity);
  describe(`${name} as an event store`, () => {
    it('is the log that it was opened as', async () => {
      const under = await opened();
      expect(under.store.identity).toEqual(identity);
      expect(under.store.capabilities.erases).toBe(erases);
      await under.close();
    });

    describeAppending(opened);
    describeReading(opened);
    describeSubscribing(opened);
    if (erases) describeErasing(opened);
    else describeRefusingToErase(opened);
  });
}
