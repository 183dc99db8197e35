/** What can be wrong with the ledger of a log as it lies in the database. */
export const LEDGER_FINDINGS = {
  'tile-mismatch': '树的分块与日志不符',
  'tree-mismatch': '树根与日志不符',
  'tree-ahead': '树所含的事件多于日志，日志可能被截断或者回退',
  'checkpoint-mismatch': '检查点所记的树根与日志不符',
  'checkpoint-ahead': '检查点所含的事件多于日志，日志可能被截断或者回退',
  'heads-mismatch': '各流之末与日志不符',
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
