import { guizhouPolicies, policyStream, policyVersionsOf, type PolicyKind } from '@liuhen/courts';
import { logIdentity, type Runtime } from '@liuhen/event-store';
import { FixedClock, MemoryEventStore, seededEntropy, TEST_DEPLOYMENT } from '@liuhen/event-store/testing';
import { Directory } from './directory';
import { seedDirectory } from './seed';
import { seedPolicies } from './seed-policies';

const kinds: readonly PolicyKind[] = guizhouPolicies.map(({ command }) => ({
  policy: command.data.policy,
  title: command.data.title,
  check: () => undefined,
}));

async function deployment(demonstration: boolean) {
  const runtime: Runtime = {
    store: new MemoryEventStore(logIdentity(TEST_DEPLOYMENT, 'administration')),
    clock: new FixedClock(),
    entropy: seededEntropy(),
  };
  await seedDirectory(runtime, { demonstration });
  return { runtime, seed: () => seedPolicies(runtime, { demonstration, kinds }) };
}

async function policiesOf({ store, clock }: Runtime) {
  const directory = new Directory(clock);
  await directory.catchUp(store);
  return directory.policies;
}

describe('the default rules', () => {
  it('enter the log once, whoever starts when, as imported acts of the system', async () => {
    const { runtime, seed } = await deployment(true);
    await Promise.all([seed(), seed()]);
    const head = await runtime.store.head();
    await seed();
    expect(await runtime.store.head()).toBe(head);
    const [event] = await runtime.store.readStream(policyStream('黔', 'pre-issue-review'));
    expect(event?.header).toMatchObject({
      source: 'imported',
      actor: { party: 'system' },
      occurredAt: '2024-01-01',
    });
    expect(policyVersionsOf(await policiesOf(runtime), 'pre-issue-review', '黔0102')).toHaveLength(1);
  });

  it('are without the invented ones in a deployment without invented people', async () => {
    const { runtime, seed } = await deployment(false);
    await seed();
    const book = await policiesOf(runtime);
    expect([...book.keys()].sort()).toEqual(guizhouPolicies.map(({ stream }) => stream).sort());
  });
});
