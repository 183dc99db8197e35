import type { Bench, BenchContext } from '../harness/bench';
import { interleaved, type Entrant } from '../harness/interleaved';
import { runTask } from '../harness/run-task';
import type { BenchDatabase } from '../harness/server';
import { STORES, type StoreName } from '../stores';
import { DoesNotRun } from '../stores/store';
import { countRows, timesOf } from './measuring';

const EVENTS = 100_000;

/** Contenders that can be read as a whole; `execute` and the limit only append. */
const CAN_BE_READ: readonly StoreName[] = ['liuhen', 'emmett', 'message-db', 'dcb', 'eventstore'];

/** The whole store by pages, as a subscription or a rebuild reads it. */
export const read: Bench = {
  name: 'read',
  about: 'everything that is stored, in order, by pages',

  async run(context) {
    const { options, server, say } = context;
    const events = options.events ?? EVENTS;
    const databases: BenchDatabase[] = [];
    const entrants: Entrant[] = [];
    try {
      for (const store of options.stores.filter((name) => CAN_BE_READ.includes(name))) {
        const database = await server.newDatabase();
        databases.push(database);
        say(`filling ${store} with ${String(events)} events`);
        entrants.push(...(await entrantsOf(context, store, database, events)));
      }
      const lines = await interleaved(options.rounds, entrants, say);
      return [{ title: `${events.toLocaleString('en')} events`, unit: 'events/s', reference: STORED, lines }];
    } finally {
      for (const database of databases) await database.drop();
    }
  },
};

const STORED = 'liuhen, data as stored';

async function entrantsOf(
  context: BenchContext,
  store: StoreName,
  database: BenchDatabase,
  least: number,
): Promise<readonly Entrant[]> {
  const { title, load } = STORES[store];
  const { ownerUrl } = database;
  const contender = await load();
  const parse = (parsed: boolean, events: number) => () =>
    runTask('read', { store, parsed, ownerUrl, events, ...timesOf(context) }, context.profileDir);
  try {
    await contender.install(ownerUrl);
  } catch (error) {
    if (!(error instanceof DoesNotRun)) throw error;
    return [{ name: title, measure: () => Promise.reject(error) }];
  }
  await runTask('fill', { store, ownerUrl, events: least });
  await database.query('vacuum analyze');
  const events = await countRows(database, contender.countSql);
  const parsed = { name: title, measure: parse(true, events) };
  return store === 'liuhen' ? [{ name: STORED, measure: parse(false, events) }, parsed] : [parsed];
}
