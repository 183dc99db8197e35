import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The schema that queries see, the list of builds, and how a build is published. */
export class ReadModels implements MigrationInterface {
  readonly name = 'read-models-0000000000002';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(readFileSync(join(__dirname, '0002-read-models.sql'), 'utf8'));
  }

  /** Builds can always be made again from the logs. */
  async down(runner: QueryRunner): Promise<void> {
    const builds = (await runner.query('select build from read.builds')) as readonly { build: string }[];
    await runner.query('drop schema read cascade');
    for (const { build } of builds) await runner.query(`drop schema ${build} cascade`);
  }
}
