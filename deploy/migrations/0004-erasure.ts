import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Lets redactions be carried out in the business log, and in no other; and in what is kept of former read models. */
export class Erasure implements MigrationInterface {
  readonly name = 'erasure-0000000000004';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('set local search_path = log_business, pg_temp');
    await runner.query(readFileSync(join(__dirname, '0004-erasure.sql'), 'utf8'));
    await runner.query('set local search_path to default');
    await runner.query(readFileSync(join(__dirname, '0004-former-builds.sql'), 'utf8'));
  }

  down(): Promise<void> {
    throw new Error('what was erased stays erased: the log keeps the rules by which it was');
  }
}
