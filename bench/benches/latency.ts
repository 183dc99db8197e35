import type { Bench, BenchContext, Round } from '../harness/bench';
import { interleaved } from '../harness/interleaved';
import { runTask } from '../harness/run-task';
import { countSql, install } from '../workload/our-log';
import { checkedCount, countRows, timesOf, withDatabase } from './measuring';

const SAME = 'same process';

/** How long an event takes from the call that appends it to the subscriber, at 1,000 events a second. */
export const latency: Bench = {
  name: 'latency',
  about: 'from the call of append to the delivery to a subscriber, at 1,000 events/s',

  async run(context) {
    const entrants = [
      { name: SAME, measure: () => measure(context, inOneProcess) },
      { name: 'another process', measure: () => measure(context, inTwoProcesses) },
    ];
    const lines = await interleaved(context.options.rounds, entrants, context.say);
    return [{ title: 'subscriber in', unit: 'events/s', reference: SAME, lines }];
  },
};

type Way = (context: BenchContext, ownerUrl: string) => ReturnType<typeof inOneProcess>;

const inOneProcess = (context: BenchContext, ownerUrl: string) =>
  runTask('latency', { ownerUrl, ...timesOf(context) }, context.profileDir);

async function inTwoProcesses(context: BenchContext, ownerUrl: string) {
  const input = { ownerUrl, ...timesOf(context) };
  const [followed, paced] = await Promise.all([runTask('follow', input), runTask('pace', input)]);
  return { ...followed, ...paced };
}

const measure = (context: BenchContext, way: Way): Promise<Round> =>
  withDatabase(context, async (database) => {
    await install(database.ownerUrl);
    const { delivered, acknowledged, ...timed } = await way(context, database.ownerUrl);
    if (delivered !== acknowledged)
      throw new Error(`${String(delivered)} of ${String(acknowledged)} events were delivered`);
    return { ...timed, ...checkedCount(acknowledged, await countRows(database, countSql)) };
  });
