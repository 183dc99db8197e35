import { prepareReadModels } from '../../apps/worker/src/run-worker';
import type { Bench, BenchContext, Group } from '../harness/bench';
import { interleaved } from '../harness/interleaved';
import { runTask, startService } from '../harness/run-task';
import { SELECTS_SCHEMA } from '../services/plain-selects';
import type { WorklistAddress } from '../services/worklist-service';
import { install } from '../workload/our-log';
import { timesOf, withDatabase } from './measuring';

const DUTIES = 100_000;
/** One at a time shows what an answer takes; four keep both cores of a small machine busy. */
const CONNECTIONS = [1, 4];
const PLAIN = 'plain SELECT';

const ROUTES = { worklist: 'worklist', select: PLAIN } as const;

/** What a person finds waiting in the morning, in a province of a hundred courts. */
export const worklist: Bench = {
  name: 'worklist',
  about:
    'a person’s worklist over HTTP among the open duties of a province, and a plain SELECT of as many rows',

  run: (context) =>
    withDatabase(context, async (database) => {
      const { ownerUrl } = database;
      const duties = context.options.events ?? DUTIES;
      await install(ownerUrl);
      await prepareReadModels(ownerUrl);
      context.say(`filling a province with ${String(duties)} duties`);
      await runTask('province', { ownerUrl, duties });
      await database.query(SELECTS_SCHEMA);
      await database.query('vacuum analyze');
      const server = await startService('worklist', { ownerUrl, duties }, context.profileDir);
      try {
        const groups: Group[] = [];
        for (const connections of CONNECTIONS)
          groups.push(await measure(context, server.answer, connections, duties));
        return groups;
      } finally {
        await server.stop();
      }
    }),
};

async function measure(
  context: BenchContext,
  address: WorklistAddress,
  connections: number,
  duties: number,
): Promise<Group> {
  const entrants = (['worklist', 'select'] as const).map((route) => ({
    name: ROUTES[route],
    measure: () => runTask('worklist', { ...address, route, connections, ...timesOf(context) }),
  }));
  const lines = await interleaved(context.options.rounds, entrants, context.say);
  const title = `${duties.toLocaleString('en')} duties, connections: ${String(connections)}`;
  return { title, unit: 'lists/s', reference: PLAIN, lines };
}
