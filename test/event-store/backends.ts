import type { ClientBase } from 'pg';

/** The stores' sessions on a server, of the kinds that their names in pg_stat_activity tell apart. */
export class Backends {
  constructor(private readonly database: { readonly operatorClient: Pick<ClientBase, 'query'> }) {}

  /** Until so many of a kind are there, in the state asked for. */
  async until(use: string, count: number, condition = 'true'): Promise<readonly number[]> {
    for (;;) {
      const { rows } = await this.database.operatorClient.query<{ pid: number }>(
        `select pid from pg_stat_activity
         where datname = current_database() and application_name = 'liuhen business ' || $1 and ${condition}`,
        [use],
      );
      if (rows.length === count) return rows.map(({ pid }) => pid);
    }
  }

  /** The given ones, or all. */
  async terminate(pids?: readonly number[]): Promise<void> {
    await this.database.operatorClient.query(
      `select pg_terminate_backend(pid) from pg_stat_activity
       where datname = current_database() and application_name like 'liuhen business %'
         and ($1::integer[] is null or pid = any ($1))`,
      [pids],
    );
  }
}
