import type { LogIdentity } from '@liuhen/kernel';
import { Client, DatabaseError } from 'pg';
import { ForeignLog, StoreUnavailable } from '../errors';
import { clientConfig } from './connection';
import { failureOf } from './failure';

/** What a store learns of its log when it opens it. */
export interface OpenedLog {
  readonly maxSkewMs: number;
  /** For the sessions that append; at least `on`, whatever the server's default is. */
  readonly synchronousCommit: string;
}

interface Found {
  readonly origin: string;
  readonly hash: string;
  readonly max_skew_ms: number;
  readonly synchronous_commit: string;
  readonly fsync: string;
  readonly full_page_writes: string;
  readonly may_change: boolean;
}

/** @throws ForeignLog | StoreUnavailable */
export async function openLog(
  url: string,
  identity: LogIdentity,
  onWarning: (message: string) => void,
): Promise<OpenedLog> {
  const found = await findLog(url, identity);
  if (found.origin !== identity.origin || found.hash !== identity.hash)
    throw new ForeignLog(`${identity.origin} (${identity.hash})`, `${found.origin} (${found.hash})`);
  for (const warning of warningsOf(found)) onWarning(warning);
  const synchronousCommit = found.synchronous_commit === 'off' ? 'on' : found.synchronous_commit;
  return { maxSkewMs: found.max_skew_ms, synchronousCommit };
}

async function findLog(url: string, { name }: LogIdentity): Promise<Found> {
  const client = new Client(clientConfig({ url, applicationName: `liuhen ${name} open` }));
  client.on('error', () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query<Found>(findSql(name));
    if (!rows[0]) throw unavailable(name, 'has not been founded; run the migrations', undefined);
    return rows[0];
  } catch (error) {
    if (error instanceof StoreUnavailable) throw error;
    if (isMissing(error)) throw unavailable(name, 'does not exist; run the migrations', error);
    if (failureOf(error) === 'refused') throw error;
    throw unavailable(name, 'cannot be opened', error);
  } finally {
    await client.end().catch(() => undefined);
  }
}

const unavailable = (log: string, what: string, cause: unknown): StoreUnavailable =>
  new StoreUnavailable(`log ${log} ${what}`, { cause });

/** No such schema, or no such table in it. */
const isMissing = (error: unknown): boolean =>
  error instanceof DatabaseError && (error.code === '3F000' || error.code === '42P01');

const findSql = (log: string): string => `
  select origin, hash, (extract(epoch from max_skew) * 1000)::integer as max_skew_ms,
    current_setting('synchronous_commit') as synchronous_commit,
    current_setting('fsync') as fsync,
    current_setting('full_page_writes') as full_page_writes,
    has_table_privilege('log_${log}.events', 'update, delete, truncate') as may_change
  from log_${log}.head`;

function* warningsOf({ fsync, full_page_writes, may_change }: Found): Generator<string> {
  if (fsync !== 'on') yield '数据库 fsync 已关闭：断电会丢失已确认的记录，只可用于测试';
  if (full_page_writes !== 'on') yield '数据库 full_page_writes 已关闭：断电可能损坏已有记录，只可用于测试';
  if (may_change) yield '应用以可改动日志的数据库用户连接；应使用应用角色 liuhen_app 的连接地址';
}
