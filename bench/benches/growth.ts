import type { Bench, BenchContext, Group, Round } from '../harness/bench';
import { interleaved } from '../harness/interleaved';
import { runTask } from '../harness/run-task';
import type { BenchDatabase } from '../harness/server';
import { caseLogOf, LONG, type CaseLog } from '../workload/case-log';
import { countSql } from '../workload/our-log';
import { countRows, growLog, measureAppends, timesOf } from './measuring';

const SIZES = [100_000, 1_000_000];
const LARGE = 10_000_000;
const WRITERS = 64;

/** A log of this size is no other for what a round appends; smaller ones are copied for every round. */
const COPIED_BELOW = 5_000_000;

interface FilledLog {
  readonly name: string;
  readonly log: CaseLog;
  readonly database: BenchDatabase;
}

/** What the size of the log costs: the same work in a small log and in a large one. */
export const growth: Bench = {
  name: 'growth',
  about: 'appends and replays in logs of different size',

  async run(context) {
    const filled: FilledLog[] = [];
    try {
      for (const size of sizesOf(context)) filled.push(await nextLog(context, size, filled.at(-1)));
      return [
        await compared(context, filled, 'replay of a case', 'replays/s', measureReplay),
        await compared(context, filled, `append, ${String(WRITERS)} writers`, 'events/s', measureAppend),
      ];
    } finally {
      for (const { database } of filled) await database.drop();
    }
  },
};

function sizesOf({ options: { events, large } }: BenchContext): readonly number[] {
  if (events !== undefined) return [events, events * 10];
  return large ? [...SIZES, LARGE] : SIZES;
}

/** A copy of the log before, filled further. */
async function nextLog(context: BenchContext, size: number, before?: FilledLog): Promise<FilledLog> {
  const log = caseLogOf(size);
  const database = await context.server.newDatabase(before?.database.name);
  await growLog(context, database, before?.log.events ?? 0, log.events);
  return { name: `${log.events.toLocaleString('en')} events`, log, database };
}

async function compared(
  context: BenchContext,
  filled: readonly FilledLog[],
  title: string,
  unit: string,
  measure: (context: BenchContext, filled: FilledLog) => Promise<Round>,
): Promise<Group> {
  const entrants = filled.map((each) => ({ name: each.name, measure: () => measure(context, each) }));
  const lines = await interleaved(context.options.rounds, entrants, context.say);
  return { title, unit, reference: filled[0]?.name ?? '', lines };
}

const measureReplay = (context: BenchContext, { log, database: { ownerUrl } }: FilledLog): Promise<Round> =>
  runTask('replay', { ownerUrl, cases: log.long, length: LONG, ...timesOf(context) }, context.profileDir);

async function measureAppend(context: BenchContext, { log, database: filled }: FilledLog): Promise<Round> {
  const isCopied = log.events < COPIED_BELOW;
  const database = isCopied ? await context.server.newDatabase(filled.name) : filled;
  try {
    return await measureAppends(context, database, WRITERS, await countRows(database, countSql));
  } finally {
    if (isCopied) await database.drop();
  }
}
