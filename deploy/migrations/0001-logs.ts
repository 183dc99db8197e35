import { LOG_NAMES } from '@liuhen/kernel';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { APPLICATION_ROLE } from './application-role';

/** Makes the four logs, each a schema of its own from the same text. Their identity comes with {@link foundLogs}. */
export class Logs implements MigrationInterface {
  readonly name = 'logs-0000000000001';

  async up(runner: QueryRunner): Promise<void> {
    const sql = readFileSync(join(__dirname, '0001-logs.sql'), 'utf8');
    for (const log of LOG_NAMES) {
      const schema = `log_${log}`;
      await runner.query(`create schema ${schema}`);
      await runner.query(`grant usage on schema ${schema} to ${APPLICATION_ROLE}`);
      await runner.query(`set local search_path = ${schema}, pg_temp`);
      await runner.query(sql);
    }
    await runner.query('set local search_path to default');
  }

  down(): Promise<void> {
    throw new Error('a log is never taken away by a migration');
  }
}
