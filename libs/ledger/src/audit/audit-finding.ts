/** What an auditor can find wrong with a log, and how it says so. */
export const AUDIT_FINDINGS = {
  'entries-malformed': '条目不成条目',
  'not-in-tree': '条目与检查点的树不符',
  'header-malformed': '事件头不是规范的 JSON，或者有缺项、多项',
  'wrong-log': '事件头写的不是本日志',
  'revision-not-next': '在流中的序号不连续',
  'previous-not-last': '所指的前一事件不是该流的末事件',
  'recorded-before-previous': '记录时间早于该流的前一事件',
  'recorded-out-of-order': '记录时间早于此前的事件，超出允许的偏差',
  'recorded-in-future': '记录时间晚于核查时的时间，超出允许的偏差',
  'heads-withheld': '日志没有提供各流之末的内容',
  'heads-altered': '各流之末的内容与事件头的承诺不符',
  'heads-of-wrong-tree': '各流之末所指的树不是本日志的树',
  'heads-backward': '各流之末所指的树小于此前的一次',
  'heads-wrong': '各流之末与重新计算的不符',
  'restart-untold': '日志已重新起算，其中却没有申明重新起算的事件',
} as const;
export type AuditCode = keyof typeof AUDIT_FINDINGS;

/** The first thing wrong with a log. */
export interface AuditFinding {
  readonly code: AuditCode;
  /** Leaf of the tree, from 0. */
  readonly index: number;
}
