import { Client } from 'pg';

interface Table {
  readonly schema: string;
  readonly name: string;
}

const TABLES = `
  select n.nspname as schema, c.relname as name
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
   where c.relkind in ('r', 'm') and n.nspname not in ('pg_catalog', 'information_schema', 'pg_toast')
   order by 1, 2`;

/** The database as a superuser sees it. */
export class Everywhere {
  private constructor(private readonly client: Client) {}

  static async of(operatorUrl: string): Promise<Everywhere> {
    const client = new Client(operatorUrl);
    await client.connect();
    return new Everywhere(client);
  }

  close(): Promise<void> {
    return this.client.end();
  }

  async rows<Row extends object>(sql: string, values: readonly unknown[] = []): Promise<readonly Row[]> {
    return (await this.client.query<Row>(sql, [...values])).rows;
  }

  /** The tables, of every schema, in a row of which the text stands. */
  async tablesWith(text: string): Promise<readonly string[]> {
    const found: string[] = [];
    for (const { schema, name } of await this.rows<Table>(TABLES)) {
      const rows = await this.rows(
        `select from "${schema}"."${name}" as row where position($1 in row::text) > 0 limit 1`,
        [text],
      );
      if (rows.length > 0) found.push(`${schema}.${name}`);
    }
    return found;
  }

  /** What queries see of the read models, row by row. */
  async readModels(): Promise<Readonly<Record<string, readonly string[]>>> {
    const views = await this.rows<{ name: string }>(
      `select viewname as name from pg_views where schemaname = 'read' order by 1`,
    );
    const tables: Record<string, readonly string[]> = {};
    for (const { name } of views) {
      const rows = await this.rows<{ row: string }>(`select to_jsonb(v)::text as row from read."${name}" v`);
      tables[name] = rows.map(({ row }) => row).toSorted();
    }
    return tables;
  }
}
