import type { Bench, BenchContext, Round } from '../harness/bench';
import { interleaved } from '../harness/interleaved';
import { runTask } from '../harness/run-task';
import { STORES, type StoreName } from '../stores';

/** A fifth of the measurement, two seconds at most. */
const warmUpMs = (seconds: number): number => Math.min(2_000, seconds * 200);

/** Every append acknowledged alone; all contenders under the same load, each in an empty database of its own. */
export const append: Bench = {
  name: 'append',
  about: 'events of 0.5 KB, each appended alone at an exact revision and awaited',

  async run(context) {
    const { rounds, writers, stores } = context.options;
    const groups = [];
    for (const count of writers) {
      const title = `${String(count)} writers`;
      context.say(title);
      const entrants = stores.map((store) => ({
        name: STORES[store].title,
        measure: () => measure(context, store, count),
      }));
      const lines = await interleaved(rounds, entrants, context.say);
      groups.push({ title, unit: 'events/s', reference: STORES.liuhen.title, lines });
    }
    return groups;
  },
};

async function measure(
  { server, options: { seconds }, profileDir }: BenchContext,
  name: StoreName,
  writers: number,
): Promise<Round> {
  const { isPeer, load } = STORES[name];
  const database = await server.newDatabase();
  try {
    const { ownerUrl } = database;
    const times = { warmUpMs: warmUpMs(seconds), measureMs: seconds * 1_000 };
    const input = { store: name, ownerUrl, writers, ...times };
    const { acknowledged, ...measured } = await runTask('append', input, isPeer ? undefined : profileDir);
    const [counted] = await database.query<{ rows: string }>((await load()).countSql);
    const rows = Number(counted?.rows);
    if (rows !== acknowledged)
      throw new Error(`${name} acknowledged ${String(acknowledged)} events and stored ${String(rows)}`);
    return { ...measured, acknowledged, rows };
  } finally {
    await database.drop();
  }
}
