import { prepareBuilds } from '@liuhen/read-models';
import { caseRegister } from '../../libs/supervision/src/case/case.projection';
import type { Bench, BenchContext, Round } from '../harness/bench';
import { interleaved } from '../harness/interleaved';
import { runTask } from '../harness/run-task';
import type { BenchDatabase } from '../harness/server';
import { caseLogOf, type CaseLog } from '../workload/case-log';
import { countRows, growLog, withDatabase } from './measuring';

const EVENTS = 200_000;
const NAME = 'case register';

/** How quickly the read models of a log can be made anew, beside the live ones. */
export const rebuild: Bench = {
  name: 'rebuild',
  about: 'the register of cases filled anew by the projection runner and published',

  run: (context) =>
    withDatabase(context, async (database) => {
      const log = caseLogOf(context.options.events ?? EVENTS);
      await growLog(context, database, 0, log.events);
      await prepareBuilds(database.ownerUrl, [caseRegister]);
      await runTask('catchUp', { ownerUrl: database.ownerUrl });
      const entrants = [{ name: NAME, measure: () => measure(context, database, log) }];
      const lines = await interleaved(context.options.rounds, entrants, context.say);
      const title = `${log.events.toLocaleString('en')} events`;
      return [{ title, unit: 'events/s', reference: NAME, lines }];
    }),
};

async function measure(
  { profileDir }: BenchContext,
  database: BenchDatabase,
  { events, cases }: CaseLog,
): Promise<Round> {
  const seconds = await runTask('rebuild', { ownerUrl: database.ownerUrl }, profileDir);
  const registered = await countRows(database, 'select count(*) as rows from read.cases');
  if (registered !== cases) throw new Error(`${String(registered)} of ${String(cases)} cases are registered`);
  return { perSecond: events / seconds };
}
