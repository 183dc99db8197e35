import { Client } from 'pg';

/** A transaction of the operator's that holds something until it is let go. */
export class HeldLock {
  private constructor(private readonly client: Client) {}

  static async on(url: string, statement: string): Promise<HeldLock> {
    const client = new Client(url);
    await client.connect();
    await client.query('begin');
    await client.query(statement);
    return new HeldLock(client);
  }

  static head(url: string): Promise<HeldLock> {
    return HeldLock.on(url, 'select * from log_business.head for update');
  }

  async letGo(): Promise<void> {
    await this.client.query('rollback');
    await this.client.end();
  }
}
