import type { LogDatabase } from './open-store';

/** Until so many of a store's connections of a kind are there in the state asked for. @returns their process ids */
export async function backends(
  database: LogDatabase,
  use: 'append' | 'read' | 'listen',
  count: number,
  condition = 'true',
): Promise<readonly number[]> {
  for (;;) {
    const rows = await database.query<{ pid: number }>(
      `select pid from pg_stat_activity
       where datname = current_database() and application_name = 'liuhen business ' || $1 and ${condition}`,
      [use],
    );
    if (rows.length === count) return rows.map(({ pid }) => pid);
  }
}

export async function terminate(database: LogDatabase, pids: readonly number[]): Promise<void> {
  await database.query('select pg_terminate_backend(pid) from unnest($1::integer[]) as pid', [pids]);
}
