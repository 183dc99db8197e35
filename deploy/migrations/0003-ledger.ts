import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The schema of what the notary derives from the logs. */
export class Ledger implements MigrationInterface {
  readonly name = 'ledger-0000000000003';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(readFileSync(join(__dirname, '0003-ledger.sql'), 'utf8'));
  }

  /** Trees can be derived again; signed checkpoints cannot. */
  down(): Promise<void> {
    throw new Error('checkpoints are never taken away by a migration');
  }
}
