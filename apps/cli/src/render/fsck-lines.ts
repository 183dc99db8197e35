import type { Finding, FsckReport } from '@liuhen/event-store';
import type { LogName } from '@liuhen/kernel';
import type { LedgerFinding } from '@liuhen/notary';

export type CheckedLog = FsckReport & {
  readonly log: LogName;
  /** What is wrong with the ledger that was derived from it. */
  readonly ledger: readonly LedgerFinding[];
};

export const isSound = ({ findingCount, ledger }: CheckedLog): boolean =>
  findingCount === 0 && ledger.length === 0;

const NAMES: Readonly<Record<LogName, string>> = {
  business: '业务日志',
  isolated: '隔离日志',
  reading: '查阅日志',
  administration: '管理日志',
};

const UNCHECKED = '没有核验策略（LEDGER_POLICY），未验证检查点和联署的签名';

/** What a check of the logs found, as lines to read. */
export const fsckLines = (logs: readonly CheckedLog[], signaturesChecked: boolean): readonly string[] => [
  ...logs.flatMap(logLines),
  ...(signaturesChecked ? [] : [UNCHECKED]),
  logs.every(isSound) ? '全部记录完好' : '发现损坏，请勿改动数据库，并以备份核对',
];

function logLines({ log, events, streams, findingCount, findings, ledger }: CheckedLog): readonly string[] {
  const faults = findingCount + ledger.length;
  const result = faults === 0 ? '完好' : `发现 ${String(faults)} 处问题`;
  return [
    `${NAMES[log]}：${String(events)} 个事件，${String(streams)} 个流，${result}`,
    ...findings.map(findingLine),
    ...ledger.map(({ kind, message }) => `  账本 ${kind}：${message}`),
    ...(findingCount > findings.length ? [`  其余 ${String(findingCount - findings.length)} 处未列出`] : []),
  ];
}

function findingLine({ kind, message, position, stream }: Finding): string {
  const place = position === undefined ? '' : `位置 ${String(position)} `;
  return `  ${place}${stream === undefined ? '' : `${stream} `}${kind}：${message}`;
}
