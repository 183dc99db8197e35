import type { Sql } from '@liuhen/kernel';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

/** Literal SQL on the read models' views (schema `read`), for query handlers; the connection refuses to write. */
@Injectable()
export class ReadDatabase implements Sql {
  constructor(private readonly dataSource: DataSource) {}

  async query<Row extends object>(
    text: string,
    values: readonly unknown[] = [],
  ): Promise<{ readonly rows: Row[]; readonly rowCount: number }> {
    const rows = await this.dataSource.query<Row[]>(text, [...values]);
    return { rows, rowCount: rows.length };
  }
}
