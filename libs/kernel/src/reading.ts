/** 查阅方式: how somebody gets to see what is recorded. */
export const READING_KINDS = { view: '查看', search: '检索', export: '导出', print: '打印' } as const;
export type ReadingKind = keyof typeof READING_KINDS;

/** 查阅内容: what it is of. */
export const DATA_CLASSES = {
  case: '案件信息',
  history: '办案经过',
  innerFile: '副卷',
  document: '文书',
  evidence: '证据包',
  matter: '督导事项',
  duties: '责任台账',
  audit: '发改指核查',
  events: '事件流',
  trail: '查阅记录',
  administration: '管理事项',
} as const;
export type DataClass = keyof typeof DATA_CLASSES;
