import type { Digest, Instant, Sql } from '@liuhen/kernel';
import { instantSql } from '../instant-sql';

/** A redaction, and what is to be taken away with it outside the log. */
export interface RecordedRedaction {
  readonly event: string;
  readonly stream: string;
  readonly rev: number;
  readonly recordedAt: Instant;
  /** Those of its documents that no field names any more. */
  readonly documents: readonly Digest[];
}

/** Every redaction of which the read model has been told, the earliest first. There are never many. */
export async function recordedRedactions(db: Sql): Promise<readonly RecordedRedaction[]> {
  const { rows } = await db.query<RecordedRedaction>(
    `select event, stream, rev, ${instantSql('recorded_at')} as "recordedAt",
            array(select sha256 from unnest(documents) as sha256
                   where not exists (select from read.document_mentions m where m.sha256 = sha256.sha256))
              as documents
       from read.redactions order by redactions.recorded_at, event`,
  );
  return rows;
}

/**
 * Drops what is kept of former builds for a roll-back, where it may hold what was taken away since: builds that began
 * before the moment, with an allowance for clocks that differ.
 */
export async function dropFormerBuilds(db: Sql, before: Instant): Promise<void> {
  await db.query('select read.drop_former_builds($1)', [before]);
}
