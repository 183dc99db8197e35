import type { Bench, BenchContext } from '../harness/bench';
import { interleaved } from '../harness/interleaved';
import { runTask } from '../harness/run-task';
import type { BenchDatabase } from '../harness/server';
import { caseLogOf, LONG } from '../workload/case-log';
import { growLog, timesOf, withDatabase } from './measuring';

const EVENTS = 1_000_000;
const LONGEST = 10_000;

/** Beyond the cases of the log. */
const LONGEST_CASE = 999_999_999;

/** How quickly a case is there to be decided on, in a log of a million events. */
export const replay: Bench = {
  name: 'replay',
  about: 'one case read, decoded and folded, with the log as full as said',

  run: (context) =>
    withDatabase(context, async (database) => {
      const log = caseLogOf(context.options.events ?? EVENTS);
      await growLog(context, database, 0, log.events);
      const longest = Math.min(LONGEST, log.events);
      await runTask('addCase', { ownerUrl: database.ownerUrl, n: LONGEST_CASE, length: longest });
      const entrants = [
        entrantOf(context, database, log.long, LONG),
        entrantOf(context, database, [LONGEST_CASE], longest),
      ];
      const lines = await interleaved(context.options.rounds, entrants, context.say);
      const title = `${log.events.toLocaleString('en')} events stored`;
      return [{ title, unit: 'replays/s', reference: entrants[0]?.name ?? '', lines }];
    }),
};

const entrantOf = (
  context: BenchContext,
  { ownerUrl }: BenchDatabase,
  cases: readonly number[],
  length: number,
) => ({
  name: `a case of ${length.toLocaleString('en')} events`,
  measure: () => runTask('replay', { ownerUrl, cases, length, ...timesOf(context) }, context.profileDir),
});
