import { ForeignLog, fsck as checkLog, logIdentity, type FsckReport } from '@liuhen/event-store';
import { LOG_NAMES, type LogIdentity, type LogName } from '@liuhen/kernel';
import { command, jsonOption } from '../command';
import { CommandFailure } from '../exit-codes';
import { configOf } from '../local/config';
import { withDatabase } from '../local/database';
import { fsckLines, isSound } from '../render/fsck-lines';
import type { Terminal } from '../terminal';

const POSTGRESQL_ONLY =
  'fsck 只校验 PostgreSQL 中的日志；本部署的日志在 EventStoreDB 中（EVENT_STORE=eventstoredb），由服务在每次读取时重新计算杂凑值';

export const fsck = command({
  name: 'fsck',
  summary:
    '校验全部记录和账本：位置、序号、链条，并由存储的字节重新计算每个杂凑值、分块、检查点的根，并按核验策略验证签名和联署',
  positionals: [],
  options: jsonOption,
  notes: [
    '只能在服务所在的机器上执行，服务运行与否均可；只读取，不修复。',
    '只适用于 PostgreSQL；EVENT_STORE=eventstoredb 时不可用。',
    '各日志分别校验：business 业务、isolated 隔离、reading 查阅、administration 管理。',
  ],
  exits: ['unreachable', 'damaged', 'notFound'],

  async run({ options }, terminal) {
    const config = configOf(terminal.environment);
    if (config.eventStore !== 'postgres') throw new CommandFailure('usage', POSTGRESQL_ONLY);
    const deployment = { origin: config.logOrigin, hash: config.logHash };
    const { logs, signaturesChecked } = await withDatabase(config, terminal.err, async ({ appUrl }) => {
      const checked: (FsckReport & { readonly log: LogName })[] = [];
      for (const log of LOG_NAMES)
        checked.push(await check(appUrl, log, logIdentity(deployment, log), terminal));
      const { checkLedgers } = await import('../local/check-ledgers.js');
      const { findings, signaturesChecked } = await checkLedgers(config, appUrl);
      return { logs: checked.map((log) => ({ ...log, ledger: findings[log.log] })), signaturesChecked };
    });
    terminal.status?.('');
    const ok = logs.every(isSound);
    if (options.json) terminal.out(JSON.stringify({ ok, signaturesChecked, logs }, withoutBigInts));
    else for (const line of fsckLines(logs, signaturesChecked)) terminal.out(line);
    return ok ? 'ok' : 'damaged';
  },
});

async function check(
  url: string,
  log: LogName,
  identity: LogIdentity,
  { status }: Terminal,
): Promise<FsckReport & { readonly log: LogName }> {
  const onProgress = ({ checked, head }: { readonly checked: bigint; readonly head: bigint }) =>
    status?.(`${log} ${String(checked)}/${String(head)}`);
  const report = await checkLog(url, identity, { onProgress }).catch(refusedAsForeign);
  return { log, ...report };
}

function refusedAsForeign(error: unknown): FsckReport {
  if (!(error instanceof ForeignLog)) throw error;
  throw new CommandFailure('usage', '日志的名称或者杂凑算法与配置不同，请核对 LOG_ORIGIN 和 LOG_HASH', {
    cause: error,
  });
}

/** JSON has no integers of any size; nobody's log is longer than a double can count. */
const withoutBigInts = (_: string, value: unknown): unknown =>
  typeof value === 'bigint' ? Number(value) : value;
