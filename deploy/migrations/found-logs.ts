import { logIdentity, type Deployment } from '@liuhen/event-store';
import { LOG_NAMES } from '@liuhen/kernel';
import type { Client } from 'pg';
import { MigrationError } from './errors';

export interface LogSettings extends Deployment {
  /** Positions in one partition of the events table; fixed when the log is founded. */
  readonly partitionSize?: number;
  /** How much earlier than the log's latest event another stream's may be recorded. */
  readonly maxSkewMs?: number;
}

const PARTITION_SIZE = 10_000_000;
const MAX_SKEW_MS = 10_000;

/**
 * Gives each log its identity, once and for all.
 * @throws MigrationError `log-has-other-identity`
 */
export async function foundLogs(owner: Client, settings: LogSettings): Promise<void> {
  for (const name of LOG_NAMES) {
    const { origin, hash } = logIdentity(settings, name);
    const head = `log_${name}.head`;
    const maxSkew = `${String(settings.maxSkewMs ?? MAX_SKEW_MS)} milliseconds`;
    await owner.query(
      `insert into ${head} (origin, hash, partition_size, max_skew) values ($1, $2, $3, $4)
       on conflict (single) do update set max_skew = $4 where head.max_skew <> $4::interval`,
      [origin, hash, settings.partitionSize ?? PARTITION_SIZE, maxSkew],
    );
    const { rowCount } = await owner.query(`select from ${head} where origin = $1 and hash = $2`, [
      origin,
      hash,
    ]);
    if (rowCount === 0)
      throw new MigrationError(
        'log-has-other-identity',
        `日志 ${name} 建立时的名称或杂凑算法与配置不同（配置：${origin}，${hash}）；日志的身份不可更改，请核对配置`,
      );
  }
}
