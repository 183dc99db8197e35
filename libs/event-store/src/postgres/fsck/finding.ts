/** What can be wrong with a log as it lies in the database, and how it is told. */
export const FINDINGS = {
  'missing-position': '序号缺失',
  'revision-gap': '流内版次不连续',
  'broken-chain': '前一事件的杂凑值与本事件所记不符，链条断开',
  'clock-decreases': '记录时刻早于同一流的前一事件',
  'invalid-header': '事件头不是规范文本',
  'foreign-log': '事件头所记的日志不是本日志',
  'leaf-mismatch': '所存杂凑值不是事件头的杂凑值',
  'payload-mismatch': '载荷与事件头所记的杂凑值不符',
  'withheld-unexplained': '载荷有字段被隐去，而所在的流没有相应的依法遮蔽事件',
  'redacted-field-shown': '依法遮蔽事件所列的字段仍在载荷中，或者没有所列的事件',
  'column-drift': '检索列与事件头不符',
  'duplicate-id': '事件标识重复',
  'stream-drift': '流的末态与其事件不符',
  'head-drift': '日志的末态与其事件不符',
} as const;

export type FindingKind = keyof typeof FINDINGS;

export interface Finding {
  readonly kind: FindingKind;
  readonly message: string;
  /** Number in the log, where the finding has one. */
  readonly position?: bigint;
  readonly stream?: string;
}

export const finding = (
  kind: FindingKind,
  where: Pick<Finding, 'position' | 'stream'>,
  detail?: string,
): Finding => ({
  kind,
  message: detail === undefined ? FINDINGS[kind] : `${FINDINGS[kind]}：${detail}`,
  ...where,
});
