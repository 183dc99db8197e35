import { prepareReadModels } from '../../apps/worker/src/run-worker';
import type { Bench, BenchContext, Round } from '../harness/bench';
import { interleaved } from '../harness/interleaved';
import { runTask, startService } from '../harness/run-task';
import type { BenchDatabase } from '../harness/server';
import type { HttpAddress } from '../services/http-service';
import { INSERTS_SCHEMA } from '../services/plain-inserts';
import { countSql, install } from '../workload/our-log';
import { checkedCount, countRows, timesOf, withDatabase } from './measuring';

const CONNECTIONS = 64;
const PLAIN = 'plain INSERT';

const ROUTES = {
  commands: { name: 'command', countSql },
  inserts: { name: PLAIN, countSql: 'select count(*) as rows from public.plain_inserts' },
} as const;

/** A command as a client gives it, beside the least that a server could do. */
export const http: Bench = {
  name: 'http',
  about: 'registering a case over HTTP, and a plain INSERT in the same server',

  run: (context) =>
    withDatabase(context, async (database) => {
      const { ownerUrl } = database;
      await install(ownerUrl);
      await prepareReadModels(ownerUrl);
      await database.query(INSERTS_SCHEMA);
      const server = await startService('http', { ownerUrl }, context.profileDir);
      try {
        const entrants = (['commands', 'inserts'] as const).map((route) => ({
          name: ROUTES[route].name,
          measure: () => measure(context, database, server.answer, route),
        }));
        const lines = await interleaved(context.options.rounds, entrants, context.say);
        return [{ title: `${String(CONNECTIONS)} connections`, unit: 'requests/s', reference: PLAIN, lines }];
      } finally {
        await server.stop();
      }
    }),
};

async function measure(
  context: BenchContext,
  database: BenchDatabase,
  address: HttpAddress,
  route: keyof typeof ROUTES,
): Promise<Round> {
  const before = await countRows(database, ROUTES[route].countSql);
  const input = { ...address, route, connections: CONNECTIONS, firstCase: before + 1, ...timesOf(context) };
  const { acknowledged, ...timed } = await runTask('http', input);
  const after = await countRows(database, ROUTES[route].countSql);
  return { ...timed, ...checkedCount(acknowledged, after - before) };
}
