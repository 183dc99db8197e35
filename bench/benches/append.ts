import type { Bench, BenchContext, Round } from '../harness/bench';
import { interleaved } from '../harness/interleaved';
import { runTask } from '../harness/run-task';
import { STORES, type StoreName } from '../stores';
import { checkedCount, countRows, timesOf, withDatabase } from './measuring';

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

const measure = (context: BenchContext, store: StoreName, writers: number): Promise<Round> =>
  withDatabase(context, async (database) => {
    const { isPeer, load } = STORES[store];
    const contender = await load();
    await contender.install(database.ownerUrl);
    const input = { store, writers, ownerUrl: database.ownerUrl, ...timesOf(context) };
    const profileDir = isPeer ? undefined : context.profileDir;
    const { acknowledged, ...measured } = await runTask('append', input, profileDir);
    const rows = await countRows(database, contender.countSql);
    return { ...measured, ...checkedCount(acknowledged, rows) };
  });
