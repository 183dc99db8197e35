/** 核验项目: what a verifier checks; which of them must pass, the policy says. */
export const CHECKS = {
  format: '文件格式',
  manifest: '清单',
  headers: '事件头',
  inclusion: '在日志之中',
  chain: '前后相连',
  payload: '内容承诺',
  'checkpoint-signature': '检查点签名',
  cosignatures: '联署',
  heads: '各流之末',
  completeness: '无一遗漏',
  time: '收录时间',
  freshness: '检查点时效',
  starts: '重新起算',
  signatures: '本人签名',
} as const;

export type CheckName = keyof typeof CHECKS;

export const CHECK_NAMES = Object.keys(CHECKS) as readonly CheckName[];

/** Required by every policy: without them nothing is proved, and whose signatures count is what a policy is for. */
export const ALWAYS_REQUIRED: readonly CheckName[] = [
  'format',
  'manifest',
  'headers',
  'inclusion',
  'chain',
  'payload',
  'checkpoint-signature',
  'cosignatures',
];
