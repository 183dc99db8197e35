import {
  demonstrationPolicies,
  guizhouPolicies,
  policyDecider,
  type PolicyKind,
  type SeededPolicy,
} from '@liuhen/courts';
import { execute, type Runtime } from '@liuhen/event-store';
import { Directory } from './directory';
import { seeding } from './seed';

export interface PolicySeeding {
  /** Also the invented rules of a court of its own. */
  readonly demonstration: boolean;
  readonly kinds: readonly PolicyKind[];
}

/**
 * Enters the default rules as events, once the courts are there; a rule of which a court has had any version is left
 * alone.
 */
export async function seedPolicies(runtime: Runtime, { demonstration, kinds }: PolicySeeding): Promise<void> {
  const directory = new Directory(runtime.clock);
  await directory.catchUp(runtime.store);
  const policies = [...guizhouPolicies, ...(demonstration ? demonstrationPolicies : [])];
  const missing = policies.filter(({ stream }) => !directory.policies.has(stream));
  const facts = { courts: directory.courts, kinds };
  await Promise.all(
    missing.map(({ version, stream, command }: SeededPolicy) =>
      execute(runtime, {
        decider: policyDecider,
        stream,
        caseNumber: null,
        command,
        act: seeding(`policy/${version}`, command.data.from),
        permit: () => undefined,
        facts: () => Promise.resolve(facts),
      }),
    ),
  );
}
