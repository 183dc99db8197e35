import { Client, type ClientBase } from 'pg';

/** A connection that takes one step after another, so that a test can say what happens between two of them. */
export class Session {
  private last: Promise<unknown> = Promise.resolve();
  private ahead = 0;

  private constructor(
    private readonly client: Client,
    readonly pid: number,
  ) {}

  static async connect(url: string): Promise<Session> {
    const client = new Client(url);
    await client.connect();
    const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid');
    return new Session(client, rows[0]?.pid ?? 0);
  }

  /** Taken when the steps before it are, one of which may be waiting for a lock. */
  step<Result>(take: (client: Client) => Promise<Result>): Promise<Result> {
    this.ahead++;
    const taken = this.last.then(() => take(this.client));
    this.last = taken.then(
      () => this.ahead--,
      () => this.ahead--,
    );
    return taken;
  }

  async run(...statements: readonly string[]): Promise<void> {
    await Promise.all(statements.map((statement) => this.step((client) => client.query(statement))));
  }

  /** Until all of its steps are taken, or one waits for others: then for which. */
  async waitsFor(observer: ClientBase): Promise<readonly number[]> {
    while (this.ahead > 0) {
      const { rows } = await observer.query<{ pids: number[] }>('select pg_blocking_pids($1) as pids', [
        this.pid,
      ]);
      if (rows[0]?.pids.length) return rows[0].pids;
    }
    return [];
  }

  async close(): Promise<void> {
    await this.step((client) => client.end());
  }
}
