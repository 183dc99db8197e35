import type { Bench, BenchContext, Round } from '../harness/bench';
import { interleaved } from '../harness/interleaved';
import { runTask } from '../harness/run-task';
import type { BenchDatabase } from '../harness/server';
import { caseLogOf } from '../workload/case-log';
import { growLog, measureAppends, withDatabase } from './measuring';

const EVENTS = 200_000;
const WRITERS = 64;

/** Tasks that go through the log, by the names of their lines. */
const TASKS = { 'the reading alone': 'readLeaves', notary: 'notary' } as const;
type Work = keyof typeof TASKS;
const WORKS = Object.keys(TASKS) as readonly Work[];

const READING: Work = 'the reading alone';
const WRITERS_ALONE = 'the writers alone';

interface FilledLog {
  readonly database: BenchDatabase;
  readonly events: number;
}

/** How quickly a log that is already there gets its tree, by itself and while others append. */
export const notary: Bench = {
  name: 'notary',
  about: 'the leaves of a filled log hashed anew, put into the tree, and signed',

  run: (context) =>
    withDatabase(context, async (database) => {
      const { events } = caseLogOf(context.options.events ?? EVENTS);
      await growLog(context, database, 0, events);
      const log = { database, events };
      const appends = new Map<Work, Round[]>(WORKS.map((work) => [work, []]));
      const alone = WORKS.map((work) => ({ name: work, measure: () => measure(context, log, work) }));
      const beside = WORKS.map((work) => ({
        name: `${work}, beside the writers`,
        measure: async () => {
          const { round, append } = await measureBeside(context, log, work);
          appends.get(work)?.push(append);
          return round;
        },
      }));
      const writers = { name: WRITERS_ALONE, measure: () => measureWriters(context, log) };
      const lines = await interleaved(context.options.rounds, [...alone, ...beside, writers], context.say);
      return [
        {
          title: `${events.toLocaleString('en')} events stored`,
          unit: 'leaves/s',
          reference: READING,
          lines: lines.filter(({ name }) => name !== WRITERS_ALONE),
        },
        {
          title: `append, ${String(WRITERS)} writers`,
          unit: 'events/s',
          reference: WRITERS_ALONE,
          lines: [
            ...lines.filter(({ name }) => name === WRITERS_ALONE),
            ...[...appends].map(([work, rounds]) => ({ name: `beside ${work}`, rounds })),
          ],
        },
      ];
    }),
};

const measure = (context: BenchContext, log: FilledLog, work: Work): Promise<Round> =>
  withCopy(context, log, (copy) => goThrough(context, copy, work));

/** The work is measured for as long as the writers are, unless it ends before them. */
const measureBeside = (context: BenchContext, log: FilledLog, work: Work) =>
  withCopy(context, log, async (copy) => {
    const forMs = context.options.seconds * 1_000;
    const [round, append] = await Promise.all([
      goThrough(context, copy, work, forMs),
      measureAppends(context, copy.database, WRITERS, copy.events),
    ]);
    return { round, append };
  });

const measureWriters = (context: BenchContext, log: FilledLog): Promise<Round> =>
  withCopy(context, log, ({ database, events }) => measureAppends(context, database, WRITERS, events));

const goThrough = (
  { profileDir }: BenchContext,
  { database: { ownerUrl }, events }: FilledLog,
  work: Work,
  forMs?: number,
): Promise<Round> => runTask(TASKS[work], { ownerUrl, leaves: events, forMs }, profileDir);

/** Each measurement has a copy of the log, which has no tree yet. */
async function withCopy<Result>(
  { server }: BenchContext,
  { database: { name }, events }: FilledLog,
  work: (copy: FilledLog) => Promise<Result>,
): Promise<Result> {
  const database = await server.newDatabase(name);
  try {
    return await work({ database, events });
  } finally {
    await database.drop();
  }
}
