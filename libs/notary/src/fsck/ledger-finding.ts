/** What can be wrong with the ledger of a log as it lies in the database. */
export const LEDGER_FINDINGS = {
  'foreign-rows': '账本中有不属于任何日志的记录',
  'tree-missing': '没有树，却有由树而来的记录',
  'tree-mismatch': '树与日志不符',
  'tree-ahead': '树所含的事件多于日志，日志可能被截断或者回退',
  'start-mismatch': '起算次数与日志所记的申明不符',
  'tile-mismatch': '树的分块与日志不符',
  'tile-unknown': '分块不属于日志的树',
  'checkpoint-mismatch': '检查点与日志不符，或者签名无效',
  'checkpoint-ahead': '检查点超出日志和树的范围，日志可能被截断或者回退',
  'cosignature-mismatch': '联署无效，或者没有所联署的检查点',
  'heads-mismatch': '各流之末与日志不符',
  'own-signature-mismatch': '本人签名核对有误',
} as const;

export type LedgerFindingKind = keyof typeof LEDGER_FINDINGS;

export interface LedgerFinding {
  readonly kind: LedgerFindingKind;
  readonly message: string;
}

export const ledgerFinding = (kind: LedgerFindingKind, where: string): LedgerFinding => ({
  kind,
  message: `${LEDGER_FINDINGS[kind]}：${where}`,
});
