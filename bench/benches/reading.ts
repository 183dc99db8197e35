import { prepareReadModels } from '../../apps/worker/src/run-worker';
import type { Bench, BenchContext, Group } from '../harness/bench';
import { interleaved } from '../harness/interleaved';
import { runTask, startService } from '../harness/run-task';
import type { ReadingAddress } from '../services/reading-service';
import { install } from '../workload/our-log';
import { timesOf, withDatabase } from './measuring';

const CONNECTIONS = [1, 16];
const UNTRACED = 'without a trace';

const ROUTES = {
  untraced: UNTRACED,
  recorded: 'each recorded before it is sent',
  repeated: 'said again within ten minutes',
} as const;

/** What it costs that reading leaves a trace. */
export const reading: Bench = {
  name: 'reading',
  about: 'a case read over HTTP: on record before it is sent, and by a route that records nothing',

  run: (context) =>
    withDatabase(context, async (database) => {
      const { ownerUrl } = database;
      await install(ownerUrl);
      await prepareReadModels(ownerUrl);
      const server = await startService('reading', { ownerUrl }, context.profileDir);
      try {
        const caseNumber = await registered(server.answer);
        const groups: Group[] = [];
        for (const connections of CONNECTIONS)
          groups.push(await measure(context, server.answer, connections, caseNumber));
        return groups;
      } finally {
        await server.stop();
      }
    }),
};

async function measure(
  context: BenchContext,
  address: ReadingAddress,
  connections: number,
  caseNumber: string,
): Promise<Group> {
  const entrants = (['untraced', 'recorded', 'repeated'] as const).map((route) => ({
    name: ROUTES[route],
    measure: () => runTask('reading', { ...address, route, connections, caseNumber, ...timesOf(context) }),
  }));
  const lines = await interleaved(context.options.rounds, entrants, context.say);
  return { title: `connections: ${String(connections)}`, unit: 'readings/s', reference: UNTRACED, lines };
}

/** The case that is read. */
async function registered({ url, tokens }: ReadingAddress): Promise<string> {
  const caseNumber = '（2024）黔01民终1号';
  const answer = await fetch(`${url}/api/v1/cases`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${tokens[0] ?? ''}`,
      'idempotency-key': 'bench-reading',
      'content-type': 'application/json',
    },
    body: JSON.stringify({ caseNumber, caseType: 'civil', stage: 'secondInstance' }),
  });
  if (answer.status !== 201) throw new Error(await answer.text());
  return caseNumber;
}
