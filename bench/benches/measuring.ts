import type { BenchContext, Round } from '../harness/bench';
import type { BenchDatabase } from '../harness/server';
import { runTask } from '../harness/run-task';
import { countSql, install } from '../workload/our-log';
import type { Times } from '../workload/timing';

/** A fifth of the measurement to warm up, two seconds at most. */
export const timesOf = ({ options: { seconds } }: BenchContext): Times => ({
  warmUpMs: Math.min(2_000, seconds * 200),
  measureMs: seconds * 1_000,
});

/** A database for the work, dropped after it. */
export async function withDatabase<Result>(
  { server }: BenchContext,
  work: (database: BenchDatabase) => Promise<Result>,
): Promise<Result> {
  const database = await server.newDatabase();
  try {
    return await work(database);
  } finally {
    await database.drop();
  }
}

export async function countRows(database: BenchDatabase, countSql: string): Promise<number> {
  const [counted] = await database.query<{ rows: string }>(countSql);
  return Number(counted?.rows);
}

/** @throws Error if something else is stored than was acknowledged. */
export function checkedCount(acknowledged: number, rows: number): Pick<Round, 'acknowledged' | 'rows'> {
  if (rows !== acknowledged)
    throw new Error(`${String(acknowledged)} events were acknowledged and ${String(rows)} are stored`);
  return { acknowledged, rows };
}

/** Fills our log up to so many events, and leaves the tables as the server's own upkeep would after a while. */
export async function growLog(
  { say }: BenchContext,
  database: BenchDatabase,
  from: number,
  to: number,
): Promise<void> {
  say(`filling the log from ${String(from)} to ${String(to)} events`);
  if (from === 0) await install(database.ownerUrl);
  await runTask('grow', { ownerUrl: database.ownerUrl, from, to });
  await database.query('vacuum analyze');
}

/** Appends by so many writers to our log, which has so many events before. */
export async function measureAppends(
  context: BenchContext,
  database: BenchDatabase,
  writers: number,
  before: number,
): Promise<Round> {
  const input = { store: 'liuhen', ownerUrl: database.ownerUrl, writers, ...timesOf(context) } as const;
  const { acknowledged, ...measured } = await runTask('append', input, context.profileDir);
  const rows = await countRows(database, countSql);
  return { ...measured, ...checkedCount(acknowledged, rows - before) };
}
