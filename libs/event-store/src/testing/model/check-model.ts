import fc from 'fast-check';
import { audit } from './audit';
import { begin } from './begin';
import { COMMANDS } from './commands';
import type { Step } from './commands/step';
import type { OpenLog } from './log-under-test';

export interface ModelOptions {
  /** How many histories are tried. */
  readonly runs: number;
  /** How long a subscriber may take to be told of what is there. */
  readonly patienceMs?: number;
  readonly maxCommands?: number;
  /** What may be done; all that every store must bear unless said. */
  readonly commands?: readonly fc.Arbitrary<Step>[];
  readonly seed?: number;
}

/**
 * Does anything to a log, in any order, and holds it against the model.
 *
 * A failure is reported with few commands that lead to it, and a seed, a path and a replayPath: given as SEED,
 * FC_PATH and FC_REPLAY_PATH in the environment, these repeat it.
 *
 * @returns what has become of appends, in the words of OUTCOMES
 * @throws an error whose cause is a {@link Violation}
 */
export async function checkModel(open: OpenLog, options: ModelOptions): Promise<ReadonlySet<string>> {
  const { runs, patienceMs = 10_000, maxCommands = 20, commands = Object.values(COMMANDS), seed } = options;
  const { SEED, FC_PATH, FC_REPLAY_PATH } = process.env;
  const outcomes = new Set<string>();
  let run = 0;
  const steps = fc.commands([...commands], {
    maxCommands,
    size: 'max', // Else no history has more than ten.
    ...(FC_REPLAY_PATH !== undefined && { replayPath: FC_REPLAY_PATH }),
  });
  const property = fc.asyncProperty(steps, async (history) => {
    const log = await open();
    const { model, real } = await begin(log, run++, patienceMs);
    try {
      await fc.asyncModelRun(() => ({ model, real }), history);
      await audit(model, real);
      for (const outcome of real.outcomes) outcomes.add(outcome);
    } finally {
      await real.close();
    }
  });
  await fc.assert(property, {
    numRuns: runs,
    ...(seed !== undefined && { seed }),
    ...(SEED !== undefined && { seed: Number(SEED) }),
    ...(FC_PATH !== undefined && { path: FC_PATH }),
  });
  return outcomes;
}
