import { OUTCOMES } from './attempt';
import { checkModel, type ModelOptions } from './check-model';
import type { OpenLog } from './log-under-test';

export type { ModelOptions } from './check-model';
export type { LogUnderTest, OpenLog, StoreProcess } from './log-under-test';
export { COMMANDS, crashServer } from './commands';

/** Failing runs are repeated until nothing more can be left out. */
const TIMEOUT_MS = 600_000;
/** So many that nothing is left out by chance. */
const MANY_RUNS = 1_000;

/** Whatever is done to the store, and in whatever order: it does what the model says. */
export function describeModel(name: string, open: OpenLog, options: ModelOptions): void {
  describe(`${name} compared with the model`, () => {
    let outcomes: ReadonlySet<string>;

    it(
      `holds to it in ${options.runs} histories`,
      async () => {
        outcomes = await checkModel(open, options);
      },
      TIMEOUT_MS,
    );

    if (options.runs >= MANY_RUNS)
      it('has met in them with all that can become of an append', () => {
        expect([...outcomes].sort()).toEqual([...OUTCOMES].sort());
      });
  });
}
